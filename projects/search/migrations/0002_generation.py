"""The number that tells whether the index changed."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunSQL("CREATE SEQUENCE search_generation", "DROP SEQUENCE search_generation")]
