package org.kaiyuan.bench;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.kaiyuan.platform.tenancy.TenantId;

/** Which rows the statements themselves find: two ways are only compared when they come to the same. */
final class RawRows {
    private RawRows() {}

    /** The first column of each row of the first statement, in its order. */
    static List<String> ids(Connection jdbc, TenantId tenant, List<String> statements)
            throws Exception {
        Population.setTenant(jdbc, tenant);
        var ids = new ArrayList<String>();
        try (var statement = jdbc.createStatement();
                var rows = statement.executeQuery(statements.getFirst())) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        jdbc.commit();
        return ids;
    }

    /** @throws IllegalStateException unless they are the same in the same order */
    static void refuseOthers(String question, List<String> raw, List<String> answered) {
        if (!raw.equals(answered)) {
            throw new IllegalStateException(
                    "%s: %d rows by JDBC are not the %d that were answered"
                            .formatted(question, raw.size(), answered.size()));
        }
    }
}
