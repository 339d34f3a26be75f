"""Searches of every finder: which one a kept search is of, and what appeared of any kind instead of projects only."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

# The audit is off in between: that nothing but the name of the finder is new is no change that a person made.
ALL_WERE_OF_PROJECTS = [
    "UPDATE peers_follow SET finder = 'project' WHERE kind = 'search'",
    "UPDATE peers_followevent SET finder = 'project' WHERE kind = 'search'",
]
OLD = "peers_appearance_of_project"
MAKE_ROOM = f"-- squawk-ignore renaming-table\nALTER TABLE peers_appearance RENAME TO {OLD}"
MOVE = f"""
    INSERT INTO peers_appearance (kind, object_id, appeared_at) SELECT 'project', project_id, appeared_at FROM {OLD}
"""
# The table is changed in this transaction anyway, and has a row for each search that somebody kept.
DROP_INDEX = "-- squawk-ignore require-concurrent-index-deletion\nDROP INDEX follow_search_once"
DROP = f"-- squawk-ignore ban-drop-table\nDROP TABLE {OLD}"


class Migration(migrations.Migration):

    dependencies = [
        ('peers', '0007_lessons_of_several_answers'),
        ('projects', '0008_resources'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # What waits to be matched is kept: nobody would hear of it otherwise.
        migrations.RunSQL([MAKE_ROOM], state_operations=[migrations.DeleteModel("Appearance")]),
        migrations.CreateModel(
            name="Appearance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20, verbose_name="soort")),
                ("object_id", models.BigIntegerField(verbose_name="nummer")),
                ("appeared_at", models.DateTimeField(verbose_name="te vinden sinds")),
            ],
            options={
                "verbose_name": "wat nieuw te vinden is",
                "verbose_name_plural": "wat nieuw te vinden is",
                "constraints": [models.UniqueConstraint(fields=("kind", "object_id"), name="appearance_once")],
            },
        ),
        migrations.RunSQL([MOVE]),
        pgtrigger.migrations.RemoveTrigger(
            model_name='follow',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='follow',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='follow',
            name='delete_delete',
        ),
        migrations.RunSQL(
            [DROP_INDEX], state_operations=[migrations.RemoveConstraint(model_name="follow", name="follow_search_once")]
        ),
        migrations.AddField(
            model_name='follow',
            name='finder',
            field=models.CharField(blank=True, db_default='', default='', max_length=20, verbose_name='lijst'),
        ),
        migrations.AddField(
            model_name='followevent',
            name='finder',
            field=models.CharField(blank=True, db_default='', default='', max_length=20, verbose_name='lijst'),
        ),
        migrations.RunSQL(ALL_WERE_OF_PROJECTS, migrations.RunSQL.noop),
        pgtrigger.migrations.AddTrigger(
            model_name='follow',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "peers_followevent" ("created_at", "finder", "frequency", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "project_id", "query", "question_id", "removed_at", "user_id") SELECT new_values."created_at", new_values."finder", new_values."frequency", new_values."id", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."programme_id", new_values."project_id", new_values."query", new_values."question_id", new_values."removed_at", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bcb99cd3963ee7ff156adde05cdefda42fd8a363', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_076d2', referencing='REFERENCING NEW TABLE AS new_values ', table='peers_follow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='follow',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "peers_followevent" ("created_at", "finder", "frequency", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "project_id", "query", "question_id", "removed_at", "user_id") SELECT new_values."created_at", new_values."finder", new_values."frequency", new_values."id", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."programme_id", new_values."project_id", new_values."query", new_values."question_id", new_values."removed_at", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='827c432b4a0c25b1f862e8c93a130a36b635abdd', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_0ea7f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='peers_follow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='follow',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "peers_followevent" ("created_at", "finder", "frequency", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "project_id", "query", "question_id", "removed_at", "user_id") SELECT old_values."created_at", old_values."finder", old_values."frequency", old_values."id", old_values."kind", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."programme_id", old_values."project_id", old_values."query", old_values."question_id", old_values."removed_at", old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='cc7320feb25d3f0b013385f708d345af0bc45522', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_d76b3', referencing='REFERENCING OLD TABLE AS old_values ', table='peers_follow', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='follow',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'search'), models.Q(('finder', ''), _negated=True)), models.Q(models.Q(('kind', 'search'), _negated=True), ('finder', '')), _connector='OR'), name='follow_search_has_finder'),
        ),
        migrations.AddConstraint(
            model_name='follow',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'search')), fields=('user', 'finder', 'query'), name='follow_search_once'),
        ),
        # Last, since it locks the table of projects as well.
        migrations.RunSQL([DROP]),
    ]
