package org.kaiyuan.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.ReadinessItem;
import org.kaiyuan.platform.persistence.UuidV7;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes how powers are said to be used, in batches, within the caller's transaction and zone. */
final class PowerUseWriting {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;
    private final long tenant;
    private final String username;
    private final String name;

    /** @param username who is said to have done it all */
    PowerUseWriting(JdbcTemplate jdbc, long tenant, String username, String name) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.username = username;
        this.name = name;
    }

    /** A tenant, as the other side of a request knows it. */
    record Side(long id, String name) {}

    void write(PowerUseStories stories) {
        readiness(stories.readiness);
        decisions(stories.decisions);
        evaluations(stories.evaluations);
    }

    private void readiness(List<PowerUseStories.Ready> all) {
        jdbc.batchUpdate(
                """
                insert into delegation.readiness
                    (tenant_id, entry_id, owner, owner_name, due_on, open_items, updated_at)
                values (?, ?, ?, ?, ?, ?, now())\
                """,
                all.stream()
                        .map(one ->
                                new Object[] {
                                    tenant,
                                    one.entry().value(),
                                    username,
                                    name,
                                    one.due(),
                                    one.open()
                                })
                        .toList());
        var items = new ArrayList<@Nullable Object[]>();
        for (var one : all) {
            for (var item : ReadinessItem.values()) {
                var done = one.done().get(item);
                items.add(
                        new @Nullable Object[] {
                            tenant,
                            one.entry().value(),
                            item.name(),
                            done == null ? "OPEN" : "DONE",
                            done
                        });
            }
        }
        jdbc.batchUpdate(
                """
                insert into delegation.readiness_item (tenant_id, entry_id, item, state, done_on)
                values (?, ?, ?, ?, ?)\
                """,
                items);
    }

    private void decisions(List<PowerUseStories.Decided> all) {
        jdbc.batchUpdate(
                """
                insert into delegation.power_decision (tenant_id, id, entry_id, matter_id, source, reference, cases, of_month,
                    applicant, accepted_on, due_on, decided_on, outcome, overturned, overturned_on, overturned_why,
                    recorded_at, recorded_name)
                values (?, ?, ?, ?, 'MANUAL', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                all.stream().map(this::row).toList());
    }

    private @Nullable Object[] row(PowerUseStories.Decided one) {
        var decided = one.decided();
        boolean overturned = one.overturned();
        return new @Nullable Object[] {
            tenant,
            UuidV7.next(),
            one.entry().value(),
            one.matter().value(),
            one.reference(),
            one.cases(),
            one.ofMonth(),
            one.applicant(),
            one.accepted(),
            one.due(),
            decided,
            one.outcome() == null ? null : one.outcome().name(),
            overturned ? 1 : 0,
            decided != null && overturned ? decided.plusDays(45) : null,
            overturned ? "行政复议认定未充分告知陈述申辩权利，责令重新作出决定。" : null,
            PowerWriting.moment(one.used()),
            name
        };
    }

    private void evaluations(List<PowerUseStories.Evaluated> all) {
        jdbc.batchUpdate(
                """
                insert into delegation.evaluation (tenant_id, entry_id, year, original_authority, matter_code, matter_name,
                    receiving_body, mode, verdict, said, decisions, last_used_on, open, overdue, overturned, by_username,
                    by_name, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?)\
                """,
                all.stream()
                        .map(one ->
                                new @Nullable Object[] {
                                    tenant,
                                    one.entry().value(),
                                    one.year(),
                                    one.note().originalAuthority(),
                                    one.matter().code(),
                                    one.matter().name(),
                                    one.note().receivingBody(),
                                    one.note().mode().name(),
                                    one.verdict().name(),
                                    one.said(),
                                    one.cases(),
                                    one.lastUsed(),
                                    one.overturned(),
                                    username,
                                    name,
                                    PowerWriting.moment(LocalDate.of(one.year() + 1, 1, 20))
                                })
                        .toList());
    }

    /** As the park has them: whatever its supervisor has published. */
    void asked(List<PowerUseStories.Asked> all, Side park, Side supervisor) {
        requests(all, "PARK", park, supervisor);
        answers(all, true, supervisor.name());
    }

    /** As its supervisor has them: what was sent, and also what it has not published yet. */
    void received(List<PowerUseStories.Asked> all, Side park, Side supervisor) {
        var sent = all.stream().filter(one -> one.sent() != null).toList();
        requests(sent, "SUPERVISOR", park, supervisor);
        answers(sent, false, name);
    }

    private void requests(
            List<PowerUseStories.Asked> all, String side, Side park, Side supervisor) {
        boolean own = side.equals("PARK");
        jdbc.batchUpdate(
                """
                insert into delegation.power_request (tenant_id, id, side, zone_id, zone_name, supervisor_id, supervisor_name,
                    state, round, told, matter_id, matter_code, matter_name, original_authority, reason, cases, cases_said,
                    readiness_said, sent_said, sent_at, ended_on, begun_at, begun_by, begun_name, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)\
                """,
                all.stream()
                        .map(one -> {
                            var sentOn = one.sent();
                            boolean sent = sentOn != null;
                            var said = one.said();
                            return new @Nullable Object[] {
                                tenant,
                                one.id(),
                                side,
                                park.id(),
                                park.name(),
                                sent ? supervisor.id() : null,
                                sent ? supervisor.name() : null,
                                one.state().name(),
                                sent ? 1 : 0,
                                sent ? 1 : 0,
                                own ? one.matter().value() : null,
                                said.matterCode(),
                                said.matterName(),
                                said.originalAuthority(),
                                said.reason(),
                                said.cases(),
                                said.casesSaid(),
                                said.readinessSaid(),
                                own && sent ? JSON.writeValueAsString(said) : null,
                                sentOn == null ? null : PowerWriting.moment(sentOn),
                                ended(one),
                                PowerWriting.moment(own || sentOn == null ? one.begun() : sentOn),
                                own ? username : "system",
                                own ? name : park.name(),
                                PowerWriting.moment(one.begun())
                            };
                        })
                        .toList());
    }

    private static @Nullable LocalDate ended(PowerUseStories.Asked one) {
        if (!one.state().hasEnded()) {
            return null;
        }
        var last = one.answers().getLast();
        return last.granted() == null ? last.on() : last.granted();
    }

    private void answers(
            List<PowerUseStories.Asked> all, boolean publishedAlone, String writtenName) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var request : all) {
            for (var one : request.answers()) {
                if (one.published() != null || !publishedAlone) {
                    rows.add(row(request.id(), one, writtenName));
                }
            }
        }
        jdbc.batchUpdate(
                """
                insert into delegation.power_answer (tenant_id, id, request_id, round, step, outcome, body, said, document,
                    answered_on, granted_on, published_at, written_name)
                values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                rows);
    }

    private @Nullable Object[] row(UUID request, PowerUseStories.Answer one, String writtenName) {
        return new @Nullable Object[] {
            tenant,
            one.id(),
            request,
            one.step().name(),
            one.outcome().name(),
            one.body(),
            one.said(),
            one.document(),
            one.on(),
            one.granted(),
            one.published() == null ? null : PowerWriting.moment(one.published()),
            writtenName
        };
    }
}
