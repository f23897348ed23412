package org.kaiyuan.delegation;

import java.util.Set;
import java.util.UUID;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.records.RecordKind;
import org.kaiyuan.platform.records.RecordRef;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Requests as what files hang on: a park's as long as it writes it; a supervisor has copies of what was sent. */
@Component
@Transactional(readOnly = true)
public class PowerRequestRecords implements RecordKind {
    private final JdbcTemplate jdbc;
    private final CurrentPerson person;

    PowerRequestRecords(JdbcTemplate jdbc, CurrentPerson person) {
        this.jdbc = jdbc;
        this.person = person;
    }

    public static RecordRef of(PowerRequestId request) {
        return new RecordRef(PowerRequesting.SUBJECT, request.value());
    }

    @Override
    public String kind() {
        return PowerRequesting.SUBJECT;
    }

    @Override
    public boolean mayRead(UUID id) {
        return (person.may(DelegationPermissions.READ) || person.may(DelegationPermissions.ANSWER))
                && !jdbc.queryForList("select 1 from delegation.power_request where id = ?", id)
                        .isEmpty();
    }

    @Override
    public boolean mayChange(UUID id) {
        return person.may(DelegationPermissions.WRITE)
                && !jdbc.queryForList(
                                """
                                select 1 from delegation.power_request
                                where id = ? and side = 'PARK' and state in ('DRAFT', 'RETURNED')\
                                """,
                                id)
                        .isEmpty();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(UUID id) {
        return !jdbc.queryForList(
                        "select 1 from delegation.power_request where id = ? for share", id)
                .isEmpty();
    }

    @Override
    public String title(UUID id) {
        return jdbc.query(
                        "select matter_name from delegation.power_request where id = ?",
                        (row, n) -> row.getString(1),
                        id)
                .getFirst();
    }

    @Override
    public String link(UUID id) {
        return "/delegation/requests/" + id;
    }

    @Override
    public Set<String> readableWith() {
        return Set.of(DelegationPermissions.READ, DelegationPermissions.ANSWER);
    }
}
