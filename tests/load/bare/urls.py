"""The bare view: it reads two fields, inserts one row in its own transaction, and redirects."""

from django.db import models
from django.http import HttpResponse
from django.urls import path
from django.utils import timezone


class Row(models.Model):
    name = models.CharField(max_length=200)
    email = models.EmailField(unique=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "bare"
        db_table = "bare_row"

    def __str__(self):
        return self.name


def insert(request):
    if request.method == "POST":
        Row.objects.create(name=request.POST["name"], email=request.POST["email"])
    # The length, which Django's middleware would say, keeps the connection plain.
    headers = {"Location": "/thank-you/", "Content-Length": "0"}
    return HttpResponse(status=303, headers=headers)


urlpatterns = [path("", insert), path("thank-you/", lambda request: HttpResponse("Thank you."))]
