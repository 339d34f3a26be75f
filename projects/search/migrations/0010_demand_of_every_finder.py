"""A search in vain is counted in any finder: which there are is no longer written in the column."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0009_version'),
    ]

    operations = [
        migrations.AlterField(
            model_name='searchdemand',
            name='kind',
            field=models.CharField(max_length=20, verbose_name='soort'),
        ),
    ]
