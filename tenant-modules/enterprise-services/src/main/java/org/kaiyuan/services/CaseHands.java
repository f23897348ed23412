package org.kaiyuan.services;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whose hands cases are in; moves all that somebody holds in a few statements. */
@Component
class CaseHands {
    private final JdbcTemplate jdbc;
    private final ZonePeople people;
    private final CurrentPerson person;
    private final ChangeHistory history;
    private final Clock clock;

    CaseHands(
            JdbcTemplate jdbc,
            ZonePeople people,
            CurrentPerson person,
            ChangeHistory history,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.person = person;
        this.history = history;
        this.clock = clock;
    }

    /** @throws ServicesFieldsRefused when they are nobody of the zone who may handle cases */
    ZonePeople.Colleague handler(String username) {
        return people.of(List.of(username)).stream()
                .filter(one -> one.permissions().contains(ServicesPermissions.HANDLE))
                .findFirst()
                .orElseThrow(() ->
                        new ServicesFieldsRefused("username", "services.rule.handler", username));
    }

    /** Whether they do the cases of the other today. */
    boolean substitutes(String username, String of) {
        var today = LocalDate.now(clock);
        return !jdbc.queryForList(
                        """
                        select 1 from services.absence
                        where username = ? and substitute = ? and from_on <= ? and until_on >= ?\
                        """,
                        of,
                        username,
                        today,
                        today)
                .isEmpty();
    }

    long countOpen(String username) {
        return Objects.requireNonNullElse(
                jdbc.queryForObject(
                        "select count(*) from services.case_file c where c.open and c.owner = ?",
                        Long.class,
                        username),
                0L);
    }

    /** All open cases of one are another's from now on. */
    int move(String from, String to, String toName, @Nullable String why) {
        var ids =
                jdbc.query(
                        """
                        update services.case_file c set owner = ?, owner_name = ?, version = version + 1
                        where c.open and c.owner = ? returning c.id\
                        """,
                        (row, n) -> row.getObject(1, UUID.class),
                        to,
                        toName,
                        from);
        if (ids.isEmpty()) {
            return 0;
        }
        jdbc.update(
                """
                insert into services.case_event (tenant_id, case_id, number, act, step, on_day, at, by_username, by_name, said, open)
                select c.tenant_id, c.id, 1 + coalesce((select max(e.number) from services.case_event e
                                                        where e.tenant_id = c.tenant_id and e.case_id = c.id), 0),
                       'HAND_OVER', c.step, ?, ?, ?, ?, ?, false
                from services.case_file c where c.id = any (?)\
                """,
                LocalDate.now(clock),
                Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)),
                person.username(),
                person.displayName(),
                said(toName, why),
                ids.toArray(UUID[]::new));
        history.recordEach(
                CaseStore.SUBJECT, ids, "hand_over", List.of(new FieldChange("owner", from, to)));
        return ids.size();
    }

    static String said(String toName, @Nullable String why) {
        return why == null || why.isBlank() ? "→ " + toName : "→ " + toName + "：" + why.strip();
    }
}
