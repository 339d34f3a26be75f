"""An index in segments instead of rows; derived data, that `rebuild_search` makes again."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

# Numbers do not become smaller by compressing, and are read often. Short lists stay in their row.
AS_IS = [
    f"ALTER TABLE {table} ALTER COLUMN {column} SET STORAGE EXTERNAL"
    for table, columns in {
        "search_searchposting": ("slots", "impacts"),
        "search_searchsegment": ("ids", "published", "confirmed", "key_counts", "keys"),
    }.items()
    for column in columns
]
AS_IS.append("ALTER TABLE search_searchposting SET (toast_tuple_target = 8160)")


def _without(model: str) -> migrations.RunSQL:
    """Drop a table that holds nothing of its own: what it held is made again."""
    drop = f"-- squawk-ignore ban-drop-table\nDROP TABLE search_{model.lower()}"
    return migrations.RunSQL(drop, state_operations=[migrations.DeleteModel(model)])


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0004_tuning'),
    ]

    operations = [
        _without("SearchDocument"),
        migrations.CreateModel(
            name="SearchDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("edition", models.IntegerField(verbose_name="uitgave")),
                ("kind", models.CharField(max_length=20, verbose_name="soort")),
                ("object_id", models.BigIntegerField(verbose_name="nummer")),
                ("place", models.IntegerField(verbose_name="plaats")),
                ("vector", django.contrib.postgres.search.SearchVectorField()),
                ("length", models.FloatField(default=0, verbose_name="lengte")),
            ],
            options={
                "verbose_name": "zoekdocument",
                "verbose_name_plural": "zoekdocumenten",
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "kind", "object_id"), name="search_document_once"),
                    models.UniqueConstraint(fields=("edition", "kind", "place"), name="search_document_one_a_place"),
                ],
            },
        ),
        migrations.CreateModel(
            name='SearchEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('building', 'in opbouw'), ('active', 'in gebruik'), ('retired', 'vervangen')], default='building', max_length=10, verbose_name='status')),
                ('analysis', models.CharField(max_length=64, verbose_name='kenmerk van de analyse')),
                ('average_lengths', models.JSONField(default=dict, verbose_name='gemiddelde lengte per soort')),
            ],
            options={
                'verbose_name': 'uitgave van de zoekindex',
                'verbose_name_plural': 'uitgaven van de zoekindex',
            },
        ),
        migrations.CreateModel(
            name='SearchPosting',
            fields=[
                ('pk', models.CompositePrimaryKey('edition', 'kind', 'term', 'segment', blank=True, editable=False, primary_key=True, serialize=False)),
                ('edition', models.IntegerField(verbose_name='uitgave')),
                ('kind', models.CharField(max_length=20, verbose_name='soort')),
                ('term', models.CharField(db_collation='C', max_length=60, verbose_name='term')),
                ('segment', models.IntegerField(verbose_name='segment')),
                ('slots', models.BinaryField(verbose_name='plaatsen')),
                ('impacts', models.BinaryField(verbose_name='gewichten')),
            ],
            options={
                'verbose_name': 'vindplaatsen van een term',
                'verbose_name_plural': 'vindplaatsen van termen',
            },
        ),
        migrations.CreateModel(
            name='SearchSegment',
            fields=[
                ('pk', models.CompositePrimaryKey('edition', 'kind', 'number', blank=True, editable=False, primary_key=True, serialize=False)),
                ('edition', models.IntegerField(verbose_name='uitgave')),
                ('kind', models.CharField(max_length=20, verbose_name='soort')),
                ('number', models.IntegerField(verbose_name='nummer')),
                ('version', models.BigIntegerField(verbose_name='versie')),
                ('ids', models.BinaryField(verbose_name='objecten')),
                ('published', models.BinaryField(verbose_name='gepubliceerd')),
                ('confirmed', models.BinaryField(verbose_name='bevestigd')),
                ('key_names', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None, verbose_name='sleutels')),
                ('key_counts', models.BinaryField(verbose_name='aantal sleutels')),
                ('keys', models.BinaryField(verbose_name='sleutels per document')),
            ],
            options={
                'verbose_name': 'segment van de zoekindex',
                'verbose_name_plural': 'segmenten van de zoekindex',
            },
        ),
        migrations.AddConstraint(
            model_name="searchedition",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "retired"), _negated=True),
                fields=("state",),
                name="search_edition_one_a_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="searchedition",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["building", "active", "retired"])), name="search_edition_state_known"
            ),
        ),
        _without("SearchWord"),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "word",
                    models.CharField(max_length=60, primary_key=True, serialize=False, verbose_name="woord"),
                ),
                ("stem", models.CharField(default="", max_length=60, verbose_name="stam")),
            ],
            options={
                "verbose_name": "bekend woord",
                "verbose_name_plural": "bekende woorden",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["word"], name="search_word_trigrams", opclasses=["gin_trgm_ops"]
                    )
                ],
            },
        ),
        migrations.RunSQL(
            "CREATE SEQUENCE search_version; " + "; ".join(AS_IS), "DROP SEQUENCE search_version"
        ),
    ]
