package org.kaiyuan.delegation;

import static org.kaiyuan.delegation.HistoryWords.change;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.notices.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes into this side's own row what the other side has published. May be told twice and in any order: the park's
 * messages are numbered and each says all, an answer is there or is not.
 */
@Service
@Transactional
@PreAuthorize("hasRole('SYSTEM')")
public class PowerRequestInbox {
    private static final Logger LOG = LoggerFactory.getLogger(PowerRequestInbox.class);

    private final JdbcTemplate jdbc;
    private final RequestStore store;
    private final ZoneSupervisors supervisors;
    private final HistoryWords words;
    private final ChangeHistory history;
    private final ZonePeople people;
    private final Notices notices;
    private final Clock clock;

    PowerRequestInbox(
            JdbcTemplate jdbc,
            RequestStore store,
            ZoneSupervisors supervisors,
            HistoryWords words,
            ChangeHistory history,
            ZonePeople people,
            Notices notices,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.supervisors = supervisors;
        this.words = words;
        this.history = history;
        this.people = people;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * As the supervisor's row of the request.
     *
     * @return whether the supervisor has it, so that its files may be hung on it
     */
    public boolean keep(PowerRequestTold told) {
        if (!supervisors.supervises(told.tenantId(), told.zone())) {
            LOG.warn("Tenant {} does not supervise {}", told.tenantId(), told.zone());
            return false;
        }
        var id = new PowerRequestId(told.request());
        if (written(told) > 0) {
            store.settle(id);
            history.record(
                    PowerRequesting.SUBJECT,
                    told.request(),
                    told.withdrawnAt() != null
                            ? "withdrawn"
                            : told.round() == 1 ? "received" : "receivedAgain",
                    List.of(
                            change("zone", null, told.zoneName()),
                            change("matter", null, told.said().matterName()),
                            change("withdrawnWhy", null, told.withdrawnWhy())));
            tell(
                    DelegationPermissions.ANSWER,
                    null,
                    told.withdrawnAt() == null ? "requested" : "requestWithdrawn",
                    List.of(told.zoneName(), told.said().matterName()),
                    id);
        }
        return true;
    }

    /**
     * As an answer to the park's own request.
     *
     * @return whether the park has it, so that its files may be hung on it
     */
    public boolean keep(PowerAnswerTold told) {
        var id = new PowerRequestId(told.request());
        var mine =
                jdbc
                        .query(
                                """
                                select r.* from delegation.power_request r
                                where r.id = ? and r.side = 'PARK' and r.supervisor_id = ? for update\
                                """,
                                RequestStore::held,
                                told.request(),
                                told.supervisor().value())
                        .stream()
                        .findFirst()
                        .orElse(null);
        if (mine == null) {
            LOG.warn("Tenant {} asked {} for nothing", told.tenantId(), told.supervisor());
            return false;
        }
        boolean fresh =
                store.add(
                        id,
                        new PowerAnswerId(told.answer()),
                        told.round(),
                        told.step(),
                        told.note(),
                        told.publishedAt(),
                        String.valueOf(mine.supervisorName()));
        if (fresh) {
            store.settle(id);
            history.record(
                    PowerRequesting.SUBJECT, told.request(), "answered", changes(mine, told));
            tell(
                    DelegationPermissions.WRITE,
                    mine.begunBy(),
                    "answered." + told.note().outcome(),
                    List.of(mine.said().matterName(), told.note().body()),
                    id);
        }
        return true;
    }

    private int written(PowerRequestTold told) {
        var said = told.said();
        var now = Timestamp.from(clock.instant());
        return jdbc.update(
                """
                insert into delegation.power_request as r (tenant_id, id, side, zone_id, zone_name, supervisor_id,
                    supervisor_name, state, round, told, matter_code, matter_name, original_authority, reason, cases,
                    cases_said, readiness_said, sent_at, withdrawn_at, withdrawn_why, begun_at, begun_by, begun_name, updated_at)
                values (?, ?, 'SUPERVISOR', ?, ?, ?, ?, 'SENT', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'system', ?, ?)
                on conflict (tenant_id, id) do update
                set round = excluded.round, told = excluded.told, matter_code = excluded.matter_code,
                    matter_name = excluded.matter_name, original_authority = excluded.original_authority,
                    reason = excluded.reason, cases = excluded.cases, cases_said = excluded.cases_said,
                    readiness_said = excluded.readiness_said, sent_at = excluded.sent_at,
                    withdrawn_at = excluded.withdrawn_at, withdrawn_why = excluded.withdrawn_why
                where r.told < excluded.told and r.zone_id = excluded.zone_id and r.side = 'SUPERVISOR'\
                """,
                told.tenantId().value(),
                told.request(),
                told.zone().value(),
                told.zoneName(),
                told.tenantId().value(),
                told.supervisorName(),
                told.round(),
                told.number(),
                said.matterCode(),
                said.matterName(),
                said.originalAuthority(),
                said.reason(),
                said.cases(),
                said.casesSaid(),
                said.readinessSaid(),
                Timestamp.from(told.sentAt()),
                told.withdrawnAt() == null ? null : Timestamp.from(told.withdrawnAt()),
                told.withdrawnWhy(),
                now,
                told.zoneName(),
                now);
    }

    private List<FieldChange> changes(RequestStore.Held mine, PowerAnswerTold told) {
        var changes = new ArrayList<FieldChange>();
        changes.add(change("supervisor", null, mine.supervisorName()));
        changes.addAll(words.answer(null, told.step(), told.note()));
        return changes;
    }

    /** @param username who is told where they still may; else all who may are */
    private void tell(
            String permission,
            @Nullable String username,
            String notice,
            List<String> arguments,
            PowerRequestId id) {
        var all = people.whoMay(permission);
        var one = all.stream().filter(each -> each.username().equals(username)).toList();
        for (var somebody : one.isEmpty() ? all : one) { // a handful
            notices.tell(
                    somebody.username(),
                    "delegation.notice." + notice,
                    arguments,
                    "/delegation/requests/" + id);
        }
    }
}
