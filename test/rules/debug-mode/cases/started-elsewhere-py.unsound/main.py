from app import app

app.run(debug=True, port=8080)  # want debug-mode "switches the debugger on"
