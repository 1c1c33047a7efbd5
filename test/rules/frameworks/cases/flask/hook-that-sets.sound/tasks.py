from celery import shared_task


@shared_task
def note_receipt(reference, status):
    print(reference, status)
