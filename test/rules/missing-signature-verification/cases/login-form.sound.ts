import bcrypt from 'bcrypt';
import express from 'express';
import session from 'express-session';
import { messages, users } from './models';

const app = express();
app.use(express.urlencoded({ extended: false }));
app.use(session({ secret: process.env.SESSION_SECRET!, resave: false, saveUninitialized: false }));

app.post('/login', async (req, res) => {
  const user = await users.findOne({ email: req.body.email });
  if (!user || !(await bcrypt.compare(req.body.password, user.hash))) {
    return res.status(401).render('login', { error: 'wrong address or password' });
  }
  req.session.userId = user.id;
  await users.update({ id: user.id }, { lastLogin: new Date() });
  res.redirect('/');
});

app.post('/contact', async (req, res) => {
  await messages.insert({ from: req.body.email, text: req.body.text });
  res.redirect('/thanks');
});
