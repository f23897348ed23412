package org.kaiyuan.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.records.RecordKind;
import org.kaiyuan.platform.records.RecordRef;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases as what files hang on, for staff and for people of the enterprise.
 *
 * <p>A colleague without {@link ColleagueRight#RESULTS} reads files until the case is decided: from then on some of them are
 * results. The enterprise hangs something on it only when something is asked of it.
 */
@Component
@Transactional(readOnly = true)
public class CaseRecords implements RecordKind {
    /** What the history calls a case, and what its files hang on. */
    public static final String SUBJECT = "services.case";

    private final EnterpriseDoor door;
    private final CurrentPerson person;
    private final JdbcTemplate jdbc;

    CaseRecords(EnterpriseDoor door, CurrentPerson person, JdbcTemplate jdbc) {
        this.door = door;
        this.person = person;
        this.jdbc = jdbc;
    }

    public static RecordRef of(CaseId id) {
        return new RecordRef(SUBJECT, id.value());
    }

    private record Head(
            CaseState state,
            @Nullable UUID enterprise,
            @Nullable Long company,
            boolean decided,
            boolean deferred,
            boolean part,
            boolean archived) {}

    @Override
    public String kind() {
        return SUBJECT;
    }

    @Override
    public boolean mayRead(UUID id) {
        return head(id).filter(one ->
                        isStaff(ServicesPermissions.READ)
                                ? CaseSight.sees(one.company())
                                : mayRead(one))
                .isPresent();
    }

    private boolean mayRead(Head one) {
        return standing(one)
                .filter(me ->
                        me.may(ColleagueRight.SEE)
                                && (!one.decided() || me.may(ColleagueRight.RESULTS)))
                .isPresent();
    }

    @Override
    public boolean mayChange(UUID id) {
        return head(id).filter(one -> !one.archived())
                .filter(one ->
                        isStaff(ServicesPermissions.HANDLE)
                                ? CaseSight.sees(one.company())
                                : mayChange(one))
                .isPresent();
    }

    private boolean mayChange(Head one) {
        return !one.part()
                && (one.state() == CaseState.SUPPLEMENT
                        || one.state() == CaseState.ACCEPTED && one.deferred())
                && standing(one).filter(me -> me.may(ColleagueRight.FILL_IN)).isPresent();
    }

    /** What the park says of a case among itself is not for the enterprise. */
    @Override
    public boolean mayDiscuss(UUID id) {
        return isStaff(ServicesPermissions.READ);
    }

    private boolean isStaff(String permission) {
        return person.may(permission);
    }

    private Optional<EnterpriseDoor.Standing> standing(Head one) {
        return Optional.ofNullable(one.enterprise()).map(EnterpriseId::new).flatMap(door::maybe);
    }

    private Optional<Head> head(UUID id) {
        return jdbc
                .query(
                        """
                        select c.state, c.enterprise_id, c.company, c.decided_on is not null, c.part_of is not null,
                               exists (select from services.case_material m where m.tenant_id = c.tenant_id
                                       and m.case_id = c.id and m.state = 'DEFERRED'),
                               c.state = 'ARCHIVED' or c.archived_at is not null
                        from services.case_file c where c.id = ?\
                        """,
                        CaseRecords::head,
                        id)
                .stream()
                .findFirst();
    }

    private static Head head(ResultSet row, int n) throws SQLException {
        return new Head(
                CaseState.valueOf(row.getString(1)),
                row.getObject(2, UUID.class),
                row.getObject(3, Long.class),
                row.getBoolean(4),
                row.getBoolean(6),
                row.getBoolean(5),
                row.getBoolean(7));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(UUID id) {
        return !jdbc.queryForList("select 1 from services.case_file where id = ? for share", id)
                .isEmpty();
    }

    @Override
    public String title(UUID id) {
        return jdbc.query(
                        "select title || ' · ' || enterprise_name from services.case_file where id = ?",
                        (row, n) -> row.getString(1),
                        id)
                .getFirst();
    }

    @Override
    public String link(UUID id) {
        return isStaff(ServicesPermissions.READ) ? "/services/cases/" + id : "/portal/cases/" + id;
    }

    @Override
    public Set<String> readableWith() {
        return Set.of(ServicesPermissions.READ);
    }
}
