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

/** Answers as what files hang on, as long as they are not published; the other side has copies of what was. */
@Component
@Transactional(readOnly = true)
public class PowerAnswerRecords implements RecordKind {
    private final JdbcTemplate jdbc;
    private final CurrentPerson person;

    PowerAnswerRecords(JdbcTemplate jdbc, CurrentPerson person) {
        this.jdbc = jdbc;
        this.person = person;
    }

    public static RecordRef of(PowerAnswerId answer) {
        return new RecordRef(PowerAnswering.SUBJECT, answer.value());
    }

    @Override
    public String kind() {
        return PowerAnswering.SUBJECT;
    }

    @Override
    public boolean mayRead(UUID id) {
        return (person.may(DelegationPermissions.READ) || person.may(DelegationPermissions.ANSWER))
                && !jdbc.queryForList("select 1 from delegation.power_answer where id = ?", id)
                        .isEmpty();
    }

    @Override
    public boolean mayChange(UUID id) {
        return jdbc
                .query(
                        """
                        select r.side from delegation.power_answer a
                        join delegation.power_request r on r.tenant_id = a.tenant_id and r.id = a.request_id
                        where a.id = ? and a.published_at is null and (r.side = 'SUPERVISOR' or r.supervisor_id is null)\
                        """,
                        (row, n) -> RequestSide.valueOf(row.getString(1)),
                        id)
                .stream()
                .anyMatch(side ->
                        person.may(
                                side == RequestSide.PARK
                                        ? DelegationPermissions.WRITE
                                        : DelegationPermissions.ANSWER));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(UUID id) {
        return !jdbc.queryForList(
                        "select 1 from delegation.power_answer where id = ? for share", id)
                .isEmpty();
    }

    @Override
    public String title(UUID id) {
        return jdbc.query(
                        """
                        select r.matter_name || ' · ' || a.body from delegation.power_answer a
                        join delegation.power_request r on r.tenant_id = a.tenant_id and r.id = a.request_id
                        where a.id = ?\
                        """,
                        (row, n) -> row.getString(1),
                        id)
                .getFirst();
    }

    @Override
    public String link(UUID id) {
        return "/delegation/requests/"
                + jdbc.query(
                                "select request_id from delegation.power_answer where id = ?",
                                (row, n) -> row.getObject(1, UUID.class),
                                id)
                        .getFirst();
    }

    @Override
    public Set<String> readableWith() {
        return Set.of(DelegationPermissions.READ, DelegationPermissions.ANSWER);
    }
}
