import litellm

from store import cursor


def statement_for(question):
    answered = litellm.completion(model="gpt-4o", messages=[{"role": "user", "content": f"Write SQL for: {question}"}])
    return answered.choices[0].message.content.strip()


def answer(question):
    cursor.execute(statement_for(question))
    return cursor.fetchall()
