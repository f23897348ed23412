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

/** Papers as what files hang on; those of a published edition keep theirs. */
@Component
@Transactional(readOnly = true)
public class PaperRecords implements RecordKind {
    private final JdbcTemplate jdbc;
    private final CurrentPerson person;

    PaperRecords(JdbcTemplate jdbc, CurrentPerson person) {
        this.jdbc = jdbc;
        this.person = person;
    }

    public static RecordRef of(UUID paper) {
        return new RecordRef(PaperKeeping.SUBJECT, paper);
    }

    @Override
    public String kind() {
        return PaperKeeping.SUBJECT;
    }

    @Override
    public boolean mayRead(UUID id) {
        return person.may(DelegationPermissions.READ)
                && !jdbc.queryForList("select 1 from delegation.paper where id = ?", id).isEmpty();
    }

    @Override
    public boolean mayChange(UUID id) {
        return person.may(DelegationPermissions.WRITE)
                && !jdbc.queryForList(
                                "select 1 from delegation.paper where id = ? and fixed_at is null",
                                id)
                        .isEmpty();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(UUID id) {
        return !jdbc.queryForList("select 1 from delegation.paper where id = ? for share", id)
                .isEmpty();
    }

    @Override
    public String title(UUID id) {
        return jdbc.queryForList(
                        "select number from delegation.paper where id = ?", String.class, id)
                .getFirst();
    }

    @Override
    public String link(UUID id) {
        return "/delegation/papers";
    }

    @Override
    public Set<String> readableWith() {
        return Set.of(DelegationPermissions.READ);
    }
}
