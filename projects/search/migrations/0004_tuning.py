"""What editors tune the search with, with the number of its last change, and what was searched in vain."""

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from decimal import Decimal
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('projects', '0001_initial'),
        ('search', '0003_words'),
    ]

    operations = [
        migrations.RunSQL(
            sql="""
            CREATE SEQUENCE search_tuning_number;
            CREATE TABLE search_tuning_version (number bigint NOT NULL);
            INSERT INTO search_tuning_version VALUES (0);
            """,
            reverse_sql='DROP TABLE search_tuning_version; DROP SEQUENCE search_tuning_number;',
        ),
        migrations.CreateModel(
            name='SynonymGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(blank=True, editable=False, max_length=40, null=True, unique=True, verbose_name='nummer')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='toelichting')),
                ('is_active', models.BooleanField(default=True, verbose_name='doet mee')),
                ('origin', models.CharField(choices=[('shipped', 'Meegeleverd'), ('own', 'Eigen')], default='own', editable=False, max_length=10, verbose_name='herkomst')),
            ],
            options={
                'verbose_name': 'groep synoniemen',
                'verbose_name_plural': 'synoniemen',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('origin__in', ['shipped', 'own'])), name='synonym_group_origin_known')],
            },
        ),
        migrations.CreateModel(
            name='Synonym',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('term', models.CharField(max_length=120, verbose_name='woord of woorden')),
                ('strength', models.CharField(choices=[('equal', 'Hetzelfde'), ('related', 'Verwant')], default='equal', help_text='Hetzelfde telt zwaarder dan verwant.', max_length=10, verbose_name='betekenis')),
                ('careful', models.BooleanField(default=False, help_text='Voor een woord met meer betekenissen: de andere woorden vinden het, zelf vindt het de andere niet.', verbose_name='alleen hierheen')),
                ('is_active', models.BooleanField(default=True, verbose_name='doet mee')),
                ('origin', models.CharField(choices=[('shipped', 'Meegeleverd'), ('own', 'Eigen')], default='own', editable=False, max_length=10, verbose_name='herkomst')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='synonyms', to='search.synonymgroup', verbose_name='groep')),
            ],
            options={
                'verbose_name': 'synoniem',
                'verbose_name_plural': 'woorden',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(models.F('group'), django.db.models.functions.text.Lower('term'), name='synonym_once_in_group', violation_error_message='Dit woord staat al in deze groep.'), models.CheckConstraint(condition=models.Q(('strength__in', ['equal', 'related'])), name='synonym_strength_known'), models.CheckConstraint(condition=models.Q(('origin__in', ['shipped', 'own'])), name='synonym_origin_known'), models.CheckConstraint(condition=models.Q(('term', ''), _negated=True), name='synonym_has_term')],
            },
        ),
        migrations.CreateModel(
            name='StopWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=60, unique=True, verbose_name='woord')),
                ('kind', models.CharField(choices=[('stop', 'Overslaan'), ('filler', 'Telt weinig mee')], default='stop', max_length=10, verbose_name='wat doet zoeken ermee')),
                ('is_active', models.BooleanField(default=True, verbose_name='doet mee')),
                ('origin', models.CharField(choices=[('shipped', 'Meegeleverd'), ('own', 'Eigen')], default='own', editable=False, max_length=10, verbose_name='herkomst')),
            ],
            options={
                'verbose_name': 'stopwoord',
                'verbose_name_plural': 'stopwoorden',
                'ordering': ['word'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['stop', 'filler'])), name='stop_word_kind_known'), models.CheckConstraint(condition=models.Q(('origin__in', ['shipped', 'own'])), name='stop_word_origin_known'), models.CheckConstraint(condition=models.Q(('word', ''), _negated=True), name='stop_word_has_word')],
            },
        ),
        migrations.CreateModel(
            name='Boost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('query', models.CharField(max_length=200, verbose_name='zoekwoorden')),
                ('match', models.CharField(choices=[('contains', 'De vraag bevat al deze woorden'), ('exact', 'De vraag bestaat uit precies deze woorden')], default='contains', max_length=10, verbose_name='geldt als')),
                ('factor', models.DecimalField(decimal_places=1, default=Decimal('2'), help_text='De score gaat maal dit getal: 1,5 is iets hoger, 5 is bijna altijd bovenaan.', max_digits=3, validators=[django.core.validators.MinValueValidator(Decimal('1.5')), django.core.validators.MaxValueValidator(Decimal('5'))], verbose_name='hoeveel hoger')),
                ('starts_on', models.DateField(blank=True, help_text='Leeg: vanaf nu.', null=True, verbose_name='van')),
                ('ends_on', models.DateField(blank=True, help_text='Leeg: tot u het uitzet.', null=True, verbose_name='tot en met')),
                ('reason', models.CharField(max_length=300, verbose_name='waarom')),
                ('is_active', models.BooleanField(default=True, verbose_name='doet mee')),
                ('institute', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to='projects.institute', verbose_name='instelling')),
                ('project', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to='projects.project', verbose_name='project')),
                ('theme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to='projects.theme', verbose_name='thema')),
            ],
            options={
                'verbose_name': 'voorrang',
                'verbose_name_plural': 'voorrang bij zoekwoorden',
                'ordering': ['query', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('institute__isnull', True), ('project__isnull', False), ('theme__isnull', True)), models.Q(('institute__isnull', False), ('project__isnull', True), ('theme__isnull', True)), models.Q(('institute__isnull', True), ('project__isnull', True), ('theme__isnull', False)), _connector='OR'), name='boost_has_one_target', violation_error_message='Kies één project, één instelling of één thema.'), models.CheckConstraint(condition=models.Q(('factor__gte', Decimal('1.5')), ('factor__lte', Decimal('5'))), name='boost_factor_in_bounds'), models.CheckConstraint(condition=models.Q(('starts_on', None), ('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='boost_ends_after_start', violation_error_message='De laatste dag ligt vóór de eerste.'), models.CheckConstraint(condition=models.Q(('match__in', ['contains', 'exact'])), name='boost_match_known'), models.CheckConstraint(condition=models.Q(('query', ''), _negated=True), name='boost_has_query')],
            },
        ),
        migrations.CreateModel(
            name='SearchDemand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='dag')),
                ('words', models.CharField(max_length=205, verbose_name='zoekwoorden')),
                ('kind', models.CharField(choices=[('project', 'Projecten'), ('lesson', 'Lessen'), ('all', 'Alles')], max_length=20, verbose_name='soort')),
                ('searches', models.PositiveIntegerField(default=1, verbose_name='keer gezocht')),
                ('most_found', models.PositiveSmallIntegerField(default=0, verbose_name='meeste antwoorden')),
            ],
            options={
                'verbose_name': 'zoekvraag zonder antwoord',
                'verbose_name_plural': 'zoekvragen zonder antwoord',
                'constraints': [models.UniqueConstraint(fields=('day', 'words', 'kind'), name='search_demand_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='SynonymGroupEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(blank=True, editable=False, max_length=40, null=True, verbose_name='nummer')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='toelichting')),
                ('is_active', models.BooleanField(default=True, verbose_name='doet mee')),
                ('origin', models.CharField(choices=[('shipped', 'Meegeleverd'), ('own', 'Eigen')], default='own', editable=False, max_length=10, verbose_name='herkomst')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='search.synonymgroup')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SynonymEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('term', models.CharField(max_length=120, verbose_name='woord of woorden')),
                ('strength', models.CharField(choices=[('equal', 'Hetzelfde'), ('related', 'Verwant')], default='equal', help_text='Hetzelfde telt zwaarder dan verwant.', max_length=10, verbose_name='betekenis')),
                ('careful', models.BooleanField(default=False, help_text='Voor een woord met meer betekenissen: de andere woorden vinden het, zelf vindt het de andere niet.', verbose_name='alleen hierheen')),
                ('is_active', models.BooleanField(default=True, verbose_name='doet mee')),
                ('origin', models.CharField(choices=[('shipped', 'Meegeleverd'), ('own', 'Eigen')], default='own', editable=False, max_length=10, verbose_name='herkomst')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='search.synonym')),
                ('group', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='search.synonymgroup', verbose_name='groep')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StopWordEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('word', models.CharField(max_length=60, verbose_name='woord')),
                ('kind', models.CharField(choices=[('stop', 'Overslaan'), ('filler', 'Telt weinig mee')], default='stop', max_length=10, verbose_name='wat doet zoeken ermee')),
                ('is_active', models.BooleanField(default=True, verbose_name='doet mee')),
                ('origin', models.CharField(choices=[('shipped', 'Meegeleverd'), ('own', 'Eigen')], default='own', editable=False, max_length=10, verbose_name='herkomst')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='search.stopword')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BoostEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('query', models.CharField(max_length=200, verbose_name='zoekwoorden')),
                ('match', models.CharField(choices=[('contains', 'De vraag bevat al deze woorden'), ('exact', 'De vraag bestaat uit precies deze woorden')], default='contains', max_length=10, verbose_name='geldt als')),
                ('factor', models.DecimalField(decimal_places=1, default=Decimal('2'), help_text='De score gaat maal dit getal: 1,5 is iets hoger, 5 is bijna altijd bovenaan.', max_digits=3, validators=[django.core.validators.MinValueValidator(Decimal('1.5')), django.core.validators.MaxValueValidator(Decimal('5'))], verbose_name='hoeveel hoger')),
                ('starts_on', models.DateField(blank=True, help_text='Leeg: vanaf nu.', null=True, verbose_name='van')),
                ('ends_on', models.DateField(blank=True, help_text='Leeg: tot u het uitzet.', null=True, verbose_name='tot en met')),
                ('reason', models.CharField(max_length=300, verbose_name='waarom')),
                ('is_active', models.BooleanField(default=True, verbose_name='doet mee')),
                ('institute', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.institute', verbose_name='instelling')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='search.boost')),
                ('project', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='project')),
                ('theme', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.theme', verbose_name='thema')),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stopword',
            trigger=pgtrigger.compiler.Trigger(name='tuning_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func="UPDATE search_tuning_version SET number = nextval('search_tuning_number'); RETURN NULL;", hash='f9b202c76a28c6eb97ffac3fbef38b177d1adcdd', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_tuning_changed_8d327', table='search_stopword', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stopword',
            trigger=pgtrigger.compiler.Trigger(name='tuning_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func='UPDATE search_tuning_version SET number = 0; RETURN NULL;', hash='e85e57d37cdcd950fefb934ef3c88102bb41f5f2', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_tuning_emptied_9ccae', table='search_stopword', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stopword',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "search_stopwordevent" ("id", "is_active", "kind", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "word") SELECT new_values."id", new_values."is_active", new_values."kind", new_values."origin", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."word" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='845d5cef99f7ba34e9169f300628ef5fe1ec5ccb', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_cc0cc', referencing='REFERENCING NEW TABLE AS new_values ', table='search_stopword', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stopword',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "search_stopwordevent" ("id", "is_active", "kind", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "word") SELECT new_values."id", new_values."is_active", new_values."kind", new_values."origin", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."word" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ef9b7cb0dd99cfcdb58a8f1799d5c1f6bebf1f0d', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_8f71b', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='search_stopword', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stopword',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "search_stopwordevent" ("id", "is_active", "kind", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "word") SELECT old_values."id", old_values."is_active", old_values."kind", old_values."origin", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."word" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='e4aef90289b3987477a444534b95e1945d4303a6', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_6acc9', referencing='REFERENCING OLD TABLE AS old_values ', table='search_stopword', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='synonymgroup',
            trigger=pgtrigger.compiler.Trigger(name='tuning_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func="UPDATE search_tuning_version SET number = nextval('search_tuning_number'); RETURN NULL;", hash='3ffe5b4b52ed187d1be0dbb333119be43b501445', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_tuning_changed_83354', table='search_synonymgroup', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='synonymgroup',
            trigger=pgtrigger.compiler.Trigger(name='tuning_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func='UPDATE search_tuning_version SET number = 0; RETURN NULL;', hash='3eb87c8fde5a21326636d476bb229df7645ced8a', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_tuning_emptied_87d01', table='search_synonymgroup', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='synonymgroup',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "search_synonymgroupevent" ("code", "id", "is_active", "note", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."is_active", new_values."note", new_values."origin", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8fce201260f49d24bff8849e7765934c2a52ba12', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_b4168', referencing='REFERENCING NEW TABLE AS new_values ', table='search_synonymgroup', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='synonymgroup',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "search_synonymgroupevent" ("code", "id", "is_active", "note", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."is_active", new_values."note", new_values."origin", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='df72313c7720430e41bfd27371321dacbbeda9e0', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_2b41d', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='search_synonymgroup', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='synonymgroup',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "search_synonymgroupevent" ("code", "id", "is_active", "note", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."code", old_values."id", old_values."is_active", old_values."note", old_values."origin", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d295cc0d2eeadfd7c5c8b959f5b924ba78b69905', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e5bd0', referencing='REFERENCING OLD TABLE AS old_values ', table='search_synonymgroup', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='boost',
            trigger=pgtrigger.compiler.Trigger(name='tuning_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func="UPDATE search_tuning_version SET number = nextval('search_tuning_number'); RETURN NULL;", hash='760577867ebbb8f1b91eea2134bba090583e0ff6', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_tuning_changed_b5270', table='search_boost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='boost',
            trigger=pgtrigger.compiler.Trigger(name='tuning_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func='UPDATE search_tuning_version SET number = 0; RETURN NULL;', hash='dd3694fb34383489998a84db8512142163c48f97', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_tuning_emptied_f3972', table='search_boost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='boost',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "search_boostevent" ("ends_on", "factor", "id", "institute_id", "is_active", "match", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "query", "reason", "starts_on", "theme_id") SELECT new_values."ends_on", new_values."factor", new_values."id", new_values."institute_id", new_values."is_active", new_values."match", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."project_id", new_values."query", new_values."reason", new_values."starts_on", new_values."theme_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6e005d3129d2d0e489af8cd4fa6b718ec88c493b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_96bb5', referencing='REFERENCING NEW TABLE AS new_values ', table='search_boost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='boost',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "search_boostevent" ("ends_on", "factor", "id", "institute_id", "is_active", "match", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "query", "reason", "starts_on", "theme_id") SELECT new_values."ends_on", new_values."factor", new_values."id", new_values."institute_id", new_values."is_active", new_values."match", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."project_id", new_values."query", new_values."reason", new_values."starts_on", new_values."theme_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='571f607be841753778963aad13bfda4add746525', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_40e50', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='search_boost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='boost',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "search_boostevent" ("ends_on", "factor", "id", "institute_id", "is_active", "match", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "query", "reason", "starts_on", "theme_id") SELECT old_values."ends_on", old_values."factor", old_values."id", old_values."institute_id", old_values."is_active", old_values."match", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."project_id", old_values."query", old_values."reason", old_values."starts_on", old_values."theme_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6ac9da320dfc0845c590e9188d5873d7cda503e3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a59a9', referencing='REFERENCING OLD TABLE AS old_values ', table='search_boost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='synonym',
            trigger=pgtrigger.compiler.Trigger(name='tuning_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func="UPDATE search_tuning_version SET number = nextval('search_tuning_number'); RETURN NULL;", hash='acaf57d82f252ec8f79db74a365e5543adc55184', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_tuning_changed_20485', table='search_synonym', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='synonym',
            trigger=pgtrigger.compiler.Trigger(name='tuning_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func='UPDATE search_tuning_version SET number = 0; RETURN NULL;', hash='254e0fb5ac6c411410dc91941bf0a7db205e2b50', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_tuning_emptied_dc854', table='search_synonym', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='synonym',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "search_synonymevent" ("careful", "group_id", "id", "is_active", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strength", "term") SELECT new_values."careful", new_values."group_id", new_values."id", new_values."is_active", new_values."origin", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."strength", new_values."term" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4a944aa74c16aaa0d3cd1d72408d52278116a70d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_7ff8a', referencing='REFERENCING NEW TABLE AS new_values ', table='search_synonym', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='synonym',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "search_synonymevent" ("careful", "group_id", "id", "is_active", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strength", "term") SELECT new_values."careful", new_values."group_id", new_values."id", new_values."is_active", new_values."origin", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."strength", new_values."term" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a378091afb6c1d4ce04bc21edae7a99fd477c203', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_522d1', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='search_synonym', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='synonym',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "search_synonymevent" ("careful", "group_id", "id", "is_active", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strength", "term") SELECT old_values."careful", old_values."group_id", old_values."id", old_values."is_active", old_values."origin", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."strength", old_values."term" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='34dfd01d1a281892221d05523cebe9a337dd9989', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e1c20', referencing='REFERENCING OLD TABLE AS old_values ', table='search_synonym', when='AFTER')),
        ),
    ]
