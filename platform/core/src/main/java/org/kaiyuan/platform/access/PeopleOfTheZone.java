package org.kaiyuan.platform.access;

import java.io.IOException;
import java.util.function.Consumer;
import org.kaiyuan.platform.tenancy.ExportSink;
import org.kaiyuan.platform.tenancy.TenantHolding;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the global registers of this room say of the current zone: its people's names, its programs, its invitations. No secret. */
@Component
class PeopleOfTheZone implements TenantHolding {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    PeopleOfTheZone(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    @Override
    public String name() {
        return "access";
    }

    @Override
    public void export(ExportSink sink) throws IOException {
        sink.lines(
                "people.jsonl",
                line ->
                        rows(
                                """
                                select a.id, a.username, a.display_name, a.email, a.enabled, a.created_at, a.signed_in_at
                                from access.membership m join access.account a on a.id = m.account_id order by a.username\
                                """,
                                line));
        sink.lines(
                "programs.jsonl",
                line ->
                        rows(
                                "select client_id, name, scopes, enabled, created_at from access.api_client order by client_id",
                                line));
        sink.lines(
                "invitations.jsonl",
                line ->
                        rows(
                                """
                                select id, display_name, email, roles, team, invited_by, invited_at, expires_at, accepted_at,
                                       accepted_by, revoked_at
                                from access.invitation order by invited_at\
                                """,
                                line));
    }

    private void rows(String sql, Consumer<String> line) {
        transaction.executeWithoutResult(open ->
                jdbc.query(
                        "select row_to_json(x)::text from (" + sql + ") x",
                        row -> {
                            line.accept(row.getString(1));
                        }));
    }
}
