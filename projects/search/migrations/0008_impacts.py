"""What the posting lists hold of a document, beside it; `rebuild_search --if-needed` fills it for what is there."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0007_embeddings'),
    ]

    operations = [
        migrations.AddField(
            model_name='searchdocument',
            name='impacts',
            field=models.JSONField(db_default=models.Value({}, models.JSONField()), verbose_name='gewichten'),
        ),
    ]
