package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The second wall, read from PostgreSQL's own catalogue: every table of every module, also those that no
 * test knows. Here, because all modules are on this class path.
 */
@WholeHouse
class CatalogueTest {
    /** Tables that hold nothing of a zone, each for a reason said in docs/architecture.md. */
    private static final Set<String> OF_NO_ZONE =
            Set.of(
                    "tenancy.tenant",
                    "access.account",
                    "access.api_client",
                    "access.signing_key",
                    "access.session",
                    "access.invitation",
                    "access.second_factor",
                    "access.recovery_code",
                    "access.former_password",
                    "access.sign_in_failure",
                    "access.sign_in_domain",
                    "access.passkey",
                    "calendar.year",
                    "calendar.holiday",
                    "audit.waiting",
                    "enterprises.qualification_kind",
                    "leads.first_report",
                    "leads.report_match",
                    "leads.match_side",
                    "delegation.shared_matter",
                    "delegation.shown_zone",
                    "delegation.shown_list",
                    "delegation.shown_edition",
                    "delegation.shown_wording",
                    "events.event_publication",
                    "jobs.scheduled_tasks",
                    "search.rebuild",
                    "tenants.step",
                    "tenants.application",
                    "tenants.deletion",
                    "tenants.erased",
                    "tenants.certificate",
                    "demo.loaded_zone",
                    "demo.loaded_powers",
                    "demo.loaded_services",
                    "public.databasechangelog",
                    "public.databasechangeloglock");

    private static final String FAULTS =
            """
            with tables as (
                select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity, c.relowner,
                       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') as zoned
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                  and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%')
            select name || ': row-level security is not enabled and forced' from tables
                where zoned and not (relrowsecurity and relforcerowsecurity)
            union all
            select name || ': no policy own_zone of the one form' from tables t
                where zoned and not exists (
                    select from pg_policy p where p.polrelid = t.oid and p.polname = 'own_zone' and p.polcmd = '*'
                    and pg_get_expr(p.polqual, p.polrelid)
                        = '(tenant_id = (NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::bigint)')
            union all
            select t.name || ': index ' || i.indexrelid::regclass || ' does not lead with tenant_id'
                from tables t join pg_index i on i.indrelid = t.oid
                join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
                where zoned and a.attname <> 'tenant_id'
            union all
            select name || ': no primary key' from tables t
                where zoned and not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)
            union all
            select t.name || ': reference ' || f.conname || ' does not hold the zone'
                from tables t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
                join tables other on other.oid = f.confrelid
                where t.zoned and other.zoned and not exists (
                    select from unnest(f.conkey, f.confkey) as pair (here, there)
                    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = pair.here
                    join pg_attribute b on b.attrelid = f.confrelid and b.attnum = pair.there
                    where a.attname = 'tenant_id' and b.attname = 'tenant_id')
            union all
            select t.name || ': reference ' || f.conname || ' leaves its schema'
                from tables t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
                join tables other on other.oid = f.confrelid
                where split_part(t.name, '.', 1) <> split_part(other.name, '.', 1) and other.name <> 'tenancy.tenant'
            union all
            select name || ': a deleted zone leaves its rows' from tables t
                where not zoned and relforcerowsecurity and split_part(name, '.', 1) <> 'tenants'
                  and exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'zone'
                              and a.atttypid = 'bigint'::regtype)
                  and not exists (select from pg_policy p where p.polrelid = t.oid and p.polcmd in ('*', 'd'))
            union all
            select name || ': the application owns it' from tables where pg_get_userbyid(relowner) = 'kaiyuan_app'
            union all
            select name || ': the application may ' || may.privilege from tables,
                unnest(array['TRUNCATE', 'REFERENCES', 'TRIGGER']) as may (privilege)
                where has_table_privilege('kaiyuan_app', oid, may.privilege)
            """;

    @Autowired JdbcTemplate jdbc;
    @Autowired TestServers servers;

    @Test
    void every_table_of_a_zone_stands_behind_the_wall() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void the_tables_of_every_module_are_looked_at() {
        var zoned =
                jdbc.queryForList(
                        """
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' where c.relkind in ('r', 'p')\
                        """,
                        String.class);

        assertThat(zoned)
                .contains(
                        "enterprises.enterprise",
                        "portal.representative",
                        "leads.lead",
                        "leads.setting",
                        "leads.followup",
                        "leads.review",
                        "leads.agreement",
                        "leads.fund",
                        "leads.saved_view",
                        "delegation.list",
                        "delegation.wording",
                        "delegation.draft");
    }

    @Test
    void a_table_without_a_zone_is_a_decision() {
        var withoutZone =
                jdbc.queryForList(
                        """
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                          and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%'
                          and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')\
                        """,
                        String.class);

        assertThat(withoutZone).isSubsetOf(OF_NO_ZONE);
    }

    @Test
    void the_application_is_neither_superuser_nor_above_the_policies() {
        var role = jdbc.queryForMap("select * from pg_roles where rolname = current_user");

        assertThat(role.get("rolname")).isEqualTo("kaiyuan_app");
        assertThat(
                        List.of(
                                role.get("rolsuper"),
                                role.get("rolbypassrls"),
                                role.get("rolcreaterole"),
                                role.get("rolcreatedb")))
                .containsOnly(false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    alter table notices.notice no force row level security  | alter table notices.notice force row level security | notices.notice: row-level
                    alter table notices.notice disable row level security   | alter table notices.notice enable row level security | notices.notice: row-level
                    alter policy own_zone on notices.notice using (true)    | alter policy own_zone on notices.notice using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint) | notices.notice: no policy
                    create index wrong on notices.notice (username)         | drop index notices.wrong | does not lead with tenant_id
                    alter table leads.fund no force row level security      | alter table leads.fund force row level security | leads.fund: row-level
                    alter policy own_zone on leads.lead using (true)        | alter policy own_zone on leads.lead using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint) | leads.lead: no policy
                    create index wrong on leads.lead (owner)                | drop index leads.wrong | leads.wrong does not lead with tenant_id
                    alter table leads.lead add constraint wrong foreign key (tenant_id, fair_id) references portal.representative (tenant_id, id) not valid | alter table leads.lead drop constraint wrong | leaves its schema
                    create unique index odd on leads.fair (id); alter table leads.lead add constraint wrong foreign key (fair_id) references leads.fair (id) not valid | alter table leads.lead drop constraint wrong; drop index leads.odd | wrong does not hold the zone
                    grant truncate on notices.notice to kaiyuan_app         | revoke truncate on notices.notice from kaiyuan_app | may TRUNCATE
                    drop policy publisher_goes on delegation.shared_matter | create policy publisher_goes on delegation.shared_matter for delete using (zone = nullif(current_setting('app.tenant_id', true), '')::bigint) | delegation.shared_matter: a deleted zone leaves
                    create table notices.open (tenant_id bigint)            | drop table notices.open | notices.open: no primary key
                    """)
    void each_missing_stone_is_seen(String broken, String mended, String seen) throws SQLException {
        asOwner(broken);
        try {
            assertThat(faults()).anyMatch(fault -> fault.contains(seen));
        } finally {
            asOwner(mended);
        }
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    enterprises.enterprise (tenant_id, id, name, name_key, status) values (1, '%s', 'x', 'x', 'ACTIVE') | enterprises.enterprise_tag (tenant_id, enterprise_id, tag) values (2, '%s', 'x')
                    leads.lead (tenant_id, id, code, project_name, name_key, way, stage_since, state_since, registered_on, created_at, created_by, updated_at) values (1, '%s', 'CATALOGUE-1', 'x', 'x', 'CHAIN', now(), now(), '2026-01-01', now(), 'x', now()) | leads.lead_tag (tenant_id, lead_id, tag) values (2, '%s', 'x')
                    """)
    void a_reference_across_zones_is_refused_by_the_database(String ofOne, String ofTwo)
            throws SQLException {
        var id = "00000000-0000-7000-8000-000000000001";
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '1'");
            sql.execute("insert into " + ofOne.formatted(id));
            try {
                sql.execute("insert into " + ofTwo.replace("(2,", "(1,").formatted(id));
                sql.execute("set app.tenant_id = '2'");
                assertThatThrownBy(() -> sql.execute("insert into " + ofTwo.formatted(id)))
                        .hasMessageContaining("foreign key");
            } finally {
                sql.execute("set app.tenant_id = '1'");
                var table = ofOne.substring(0, ofOne.indexOf(' '));
                sql.execute("delete from %s where id = '%s'".formatted(table, id));
            }
        }
    }

    private List<String> faults() {
        return jdbc.queryForList(FAULTS, String.class);
    }

    private void asOwner(String statement) throws SQLException {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }
}
