package org.kaiyuan.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works for the current zone; the people of its enterprises are the portal's. */
@Service
@Transactional(readOnly = true)
public class PeopleDirectory {
    private static final String PEOPLE =
            """
            select a.id, a.username, a.display_name, m.team, m.state, a.signed_in_at, m.version,
                   array(select r.role from access.membership_role r
                         where r.tenant_id = m.tenant_id and r.account_id = m.account_id order by r.role) as roles
            from access.membership m join access.account a on a.id = m.account_id
            where m.kind = 'STAFF' and
            """;

    private final JdbcTemplate jdbc;

    PeopleDirectory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page by user name.
     *
     * @param beginning of the user name or of the name; blank for everyone
     * @param after user name of the last row of the page before; null for the first
     * @param limit at most 200
     */
    @PreAuthorize("hasRole('" + AccessPermissions.READ + "')")
    public List<PersonRow> list(String beginning, @Nullable String after, int limit) {
        var like = beginning.strip();
        return jdbc.query(
                PEOPLE
                        + """
                        a.username > ? and (starts_with(a.username, ?) or starts_with(a.display_name, ?))
                        order by a.username limit ?\
                        """,
                PeopleDirectory::row,
                after == null ? "" : after,
                like,
                like,
                Math.clamp(limit, 1, 200));
    }

    /** @throws UnknownPerson also for somebody of another zone */
    @PreAuthorize("hasRole('" + AccessPermissions.READ + "')")
    public PersonRow get(AccountId id) {
        return find(id).orElseThrow(UnknownPerson::new);
    }

    Optional<PersonRow> find(AccountId id) {
        return jdbc.query(PEOPLE + "m.account_id = ?", PeopleDirectory::row, id.value()).stream()
                .findFirst();
    }

    private static PersonRow row(ResultSet row, int number) throws SQLException {
        var seen = row.getTimestamp("signed_in_at");
        return new PersonRow(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("team"),
                Set.of((String[]) row.getArray("roles").getArray()),
                "ACTIVE".equals(row.getString("state")),
                seen == null ? null : seen.toInstant(),
                row.getLong("version"));
    }
}
