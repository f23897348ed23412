package org.kaiyuan.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.kaiyuan.enterprises.EnterpriseId;

/** Reads rows of the list straight from the table. */
final class RepresentativeRows {
    static final String COLUMNS =
            """
            select id, version, username, person_name, phone, credit_code, enterprise_id, enterprise_name, administrator,
                   state, requested_at, decided_at, decided_by, reason
            from portal.representative
            """;

    private RepresentativeRows() {}

    static RepresentativeRow of(ResultSet row, int number) throws SQLException {
        var enterprise = row.getObject("enterprise_id", UUID.class);
        var decided = row.getTimestamp("decided_at");
        return new RepresentativeRow(
                new RepresentativeId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getString("username"),
                row.getString("person_name"),
                row.getString("phone"),
                row.getString("credit_code"),
                enterprise == null ? null : new EnterpriseId(enterprise),
                row.getString("enterprise_name"),
                row.getBoolean("administrator"),
                RepresentativeState.valueOf(row.getString("state")),
                row.getTimestamp("requested_at").toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getString("decided_by"),
                row.getString("reason"));
    }
}
