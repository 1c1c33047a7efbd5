from openai import OpenAI

from tools import TOOLS

client = OpenAI()


def triage(title, text):
    messages = [{"role": "system", "content": "You sort issues."}, {"role": "user", "content": f"# {title}\n{text}"}]
    return client.chat.completions.create(model="gpt-4o", messages=messages, tools=TOOLS)
