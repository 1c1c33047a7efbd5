import litellm

from store import cursor


def answer(question):
    answered = litellm.completion(model="gpt-4o", messages=[{"role": "user", "content": f"Which parcel does question {question} mean?"}])
    cursor.execute("SELECT id FROM parcels WHERE id = %s", (answered.choices[0].message.content,))
    return cursor.fetchone()
