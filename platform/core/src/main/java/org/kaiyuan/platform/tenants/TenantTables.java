package org.kaiyuan.platform.tenants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Every table that holds something of tenants, as PostgreSQL's own catalogue knows them: also those of rooms to come. */
@Component
class TenantTables {
    private final JdbcTemplate jdbc;

    TenantTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A table with {@code tenant_id}.
     *
     * @param name {@code schema.table}
     * @param columns in their order
     * @param key columns of the primary key
     */
    record OfTenants(String name, List<String> columns, List<String> key) {
        /** As it is written in a statement. */
        String quoted() {
            int dot = name.indexOf('.');
            return TenantTables.quoted(name.substring(0, dot))
                    + "."
                    + TenantTables.quoted(name.substring(dot + 1));
        }
    }

    /** In the order of their names. */
    List<OfTenants> all() {
        return jdbc.query(
                """
                select n.nspname || '.' || c.relname as name,
                       array(select a.attname::text from pg_attribute a
                             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
                       array(select a.attname::text from pg_index i
                             cross join unnest(i.indkey::int2[]) with ordinality k (attnum, position)
                             join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                             where i.indrelid = c.oid and i.indisprimary order by k.position) as key
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and not c.relispartition
                  and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
                  and exists (select from pg_attribute a
                              where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
                order by name\
                """,
                TenantTables::row);
    }

    /** Besides those: tables of other rooms' registers that name a tenant in a column {@code zone}. */
    List<String> ofRegisters() {
        return jdbc.query(
                """
                select n.nspname || '.' || c.relname as name
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'zone' and not a.attisdropped
                                       and a.atttypid = 'bigint'::regtype
                where c.relkind in ('r', 'p') and not c.relispartition
                  and n.nspname not in ('pg_catalog', 'information_schema', 'tenants') and n.nspname not like 'pg\\_%'
                  and not exists (select from pg_attribute t
                                  where t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped)
                order by name\
                """,
                (row, number) -> row.getString(1));
    }

    /**
     * All of them in an order in which they can be emptied: what refers to another table goes before it.
     *
     * @throws IllegalStateException when tables refer to each other in a circle
     */
    List<OfTenants> inOrderOfRemoval() {
        var referredToBy = new TreeMap<String, Set<String>>();
        jdbc.query(
                """
                select n.nspname || '.' || c.relname, fn.nspname || '.' || f.relname
                from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
                where k.contype = 'f' and c.oid <> f.oid\
                """,
                row -> {
                    referredToBy
                            .computeIfAbsent(row.getString(2), one -> new TreeSet<>())
                            .add(row.getString(1));
                });
        var left = new LinkedHashMap<String, OfTenants>();
        all().forEach(table -> left.put(table.name(), table));
        var ordered = new ArrayList<OfTenants>();
        while (!left.isEmpty()) {
            var free =
                    left.values().stream()
                            .filter(table ->
                                    referredToBy.getOrDefault(table.name(), Set.of()).stream()
                                            .noneMatch(left::containsKey))
                            .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException(
                        "Tables refer to each other in a circle: " + left.keySet());
            }
            ordered.addAll(free);
            free.forEach(table -> left.remove(table.name()));
        }
        return ordered;
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static OfTenants row(ResultSet row, int number) throws SQLException {
        return new OfTenants(
                row.getString("name"),
                List.of((String[]) row.getArray("columns").getArray()),
                List.of((String[]) row.getArray("key").getArray()));
    }
}
