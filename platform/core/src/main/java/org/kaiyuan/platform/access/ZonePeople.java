package org.kaiyuan.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The active people of the current zone, for naming them: colleagues know each other, other zones' are not
 * there, and neither are those whom another tenant sends on an entrustment.
 */
@Service
@Transactional(readOnly = true)
public class ZonePeople {
    private static final int MOST = 100;
    private static final int MOST_TEAMS = 200;

    /** What {@link #person} reads; memberships are behind the wall, and accounts come through them alone. */
    private static final String COLUMNS =
            """
            select a.username, a.display_name, m.team, z.modules,
                   array(select r.role from access.membership_role r
                         where r.tenant_id = m.tenant_id and r.account_id = m.account_id) as roles,
                   array(select p from access.membership_role r
                         join access.role o on o.tenant_id = r.tenant_id and o.id::text = r.role
                         cross join unnest(o.permissions) p
                         where r.tenant_id = m.tenant_id and r.account_id = m.account_id) as own
            from access.membership m
            join access.account a on a.id = m.account_id
            join tenancy.tenant z on z.id = m.tenant_id
            where m.state = 'ACTIVE' and a.enabled and
            """;

    private final JdbcClient jdbc;
    private final Permissions permissions;

    ZonePeople(JdbcClient jdbc, Permissions permissions) {
        this.jdbc = jdbc;
        this.permissions = permissions;
    }

    /**
     * Somebody of the zone.
     *
     * @param permissions what their roles let them do there; how far each reaches is not told
     */
    public record Colleague(String username, String displayName, Set<String> permissions) {
        public Colleague {
            permissions = Set.copyOf(permissions);
        }
    }

    /** Those whose name or sign-in name contains what was typed, in the order of names; at most 100. */
    public List<Colleague> find(String typed, int limit) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        return jdbc.sql(
                        COLUMNS
                                + """
                                (strpos(lower(a.display_name), ?) > 0 or strpos(a.username, ?) > 0)
                                order by a.display_name, a.username limit ?\
                                """)
                .params(wanted, wanted, Math.clamp(limit, 1, MOST))
                .query(this::person)
                .list();
    }

    /** Those of the sign-in names who are of the zone; at most 100. */
    public List<Colleague> of(Collection<String> usernames) {
        return jdbc.sql(COLUMNS + "a.username = any (?) order by a.username limit ?")
                .params(usernames.toArray(String[]::new), MOST)
                .query(this::person)
                .list();
    }

    /** Those whose roles let them do it there, in the order of names; at most 100. */
    public List<Colleague> whoMay(String permission) {
        var roles =
                permissions.readyMade().stream()
                        .filter(role -> role.permissions().contains(permission))
                        .map(RoleRow::id)
                        .toArray(String[]::new);
        return jdbc
                .sql(
                        COLUMNS
                                + """
                                exists (select from access.membership_role r
                                        where r.tenant_id = m.tenant_id and r.account_id = m.account_id
                                          and (r.role = any (?) or exists (
                                              select from access.role o where o.tenant_id = r.tenant_id
                                              and o.id::text = r.role and ? = any (o.permissions))))
                                order by a.display_name, a.username limit ?\
                                """)
                .params(roles, permission, MOST)
                .query(this::person)
                .list()
                .stream()
                .filter(one -> one.permissions().contains(permission))
                .toList();
    }

    /** Those of a team, in the order of names; at most 100. */
    public List<Colleague> ofTeam(String team) {
        return jdbc.sql(COLUMNS + "m.team = ? order by a.display_name, a.username limit ?")
                .params(team, MOST)
                .query(this::person)
                .list();
    }

    /** By team those of each of these, as {@link #ofTeam} has them, in one question; a team of nobody is not there. */
    public Map<String, List<Colleague>> ofTeams(Collection<String> teams) {
        var people = new HashMap<String, List<Colleague>>();
        jdbc.sql(COLUMNS + "m.team = any (?) order by a.display_name, a.username limit ?")
                .params(teams.toArray(String[]::new), MOST * Math.max(1, teams.size()))
                .query((row, number) ->
                        people.computeIfAbsent(row.getString("team"), team -> new ArrayList<>())
                                .add(person(row, number)))
                .list();
        return people;
    }

    /** Those that somebody is in, in the order of names; at most 200. */
    public List<String> teams() {
        return jdbc.sql(
                        """
                        select distinct m.team from access.membership m join access.account a on a.id = m.account_id
                        where m.state = 'ACTIVE' and a.enabled and m.team <> '' order by m.team limit ?\
                        """)
                .param(MOST_TEAMS)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** The team of somebody of the zone; null where they have none, or are not of it. */
    public @Nullable String teamOf(String username) {
        return jdbc.sql(
                        """
                        select m.team from access.membership m join access.account a on a.id = m.account_id
                        where a.username = ? and m.team is not null\
                        """)
                .param(username)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private Colleague person(ResultSet row, int number) throws SQLException {
        var modules = Standing.strings(row.getArray("modules"));
        var may = new HashSet<String>();
        array(row, "own").filter(permissions.ofZones()::contains).forEach(may::add);
        array(row, "roles")
                .map(permissions::readyMade)
                .forEach(role -> {
                    if (role != null) {
                        may.addAll(role.permissions());
                    }
                });
        may.removeIf(permission -> !Permissions.isSwitchedOn(permission, modules));
        return new Colleague(row.getString("username"), row.getString("display_name"), may);
    }

    private static Stream<String> array(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }
}
