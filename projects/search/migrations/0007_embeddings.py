"""Embeddings of texts; derived data, that `rebuild_search` makes again where they are on."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("search", "0006_suggestions"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchEmbedding",
            fields=[
                ("pk", models.CompositePrimaryKey("kind", "object_id", blank=True, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=20, verbose_name="soort")),
                ("object_id", models.BigIntegerField(verbose_name="nummer")),
                ("vector", models.BinaryField(verbose_name="richting")),
                ("text_hash", models.CharField(max_length=64, verbose_name="kenmerk van de tekst")),
                ("model", models.CharField(max_length=60, verbose_name="taalmodel")),
            ],
            options={
                "verbose_name": "betekenis van een tekst",
                "verbose_name_plural": "betekenissen van teksten",
            },
        ),
    ]
