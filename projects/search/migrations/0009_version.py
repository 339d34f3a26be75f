"""A number of all that the index holds, by which a process tells whether what it read still holds."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0008_impacts'),
    ]

    operations = [
        migrations.AddField(
            model_name='searchedition',
            name='version',
            field=models.BigIntegerField(db_default=0, default=0, verbose_name='versie'),
        ),
    ]
