def clean(text):
    return text.strip().lower()[:200]
