from django.contrib.auth.models import AbstractUser
from django.contrib.auth.models import UserManager as DjangoUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from core.mail_validators import validate_address


class UserManager(DjangoUserManager):
    """Makes accounts that are known by their e-mail address."""

    use_in_migrations = True

    def get_by_natural_key(self, email):
        """Find an account whatever the case in which its address was typed."""
        return self.get(email__iexact=email)

    def create_user(self, email, password=None, **fields):
        """Make an account; without a password nobody can log in with it until one is set."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """Make an account that may do everything."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractUser):
    """Somebody who may log in. The e-mail address is the name, one account per address."""

    username = None
    email = models.EmailField(_("e-mail address"), unique=True, validators=[validate_address])

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = UserManager()

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="core_user_email_any_case",
                violation_error_message=_("There is already an account with this address."),
            )
        ]
