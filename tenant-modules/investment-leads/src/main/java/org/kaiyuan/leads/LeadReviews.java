package org.kaiyuan.leads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.leads.domain.Review;
import org.kaiyuan.leads.domain.Reviews;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Admission reviews: several reviewers score by the zone's table, any may veto, the minutes are kept. */
@Service
@Transactional
public class LeadReviews {
    private static final int MOST_REVIEWERS = 30;

    private final LeadSight sight;
    private final LeadStore store;
    private final Reviews reviews;
    private final LeadScoreTables tables;
    private final JdbcTemplate jdbc;
    private final ZonePeople people;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Notices notices;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    LeadReviews(
            LeadSight sight,
            LeadStore store,
            Reviews reviews,
            LeadScoreTables tables,
            JdbcTemplate jdbc,
            ZonePeople people,
            ChangeHistory history,
            CurrentPerson person,
            Notices notices,
            Clock clock) {
        this.sight = sight;
        this.store = store;
        this.reviews = reviews;
        this.tables = tables;
        this.jdbc = jdbc;
        this.people = people;
        this.history = history;
        this.person = person;
        this.notices = notices;
        this.clock = clock;
    }

    /** A review that waits for the opinion of whoever asks. */
    public record Waiting(
            ReviewId id, LeadId leadId, String projectName, @Nullable LocalDate meetingOn) {}

    /**
     * Opens one; its reviewers join the lead's team, so that they may see it, and are told.
     *
     * @throws ReviewRefused when one is open already, or there is no reviewer or more than 30
     * @throws UnknownColleague when one is nobody of the zone
     */
    @PreAuthorize("hasRole('" + LeadPermissions.REVIEW + "')")
    public ReviewId open(LeadId id, Collection<String> reviewers, @Nullable LocalDate meetingOn) {
        var wanted = new LinkedHashSet<>(reviewers);
        if (wanted.isEmpty() || wanted.size() > MOST_REVIEWERS) {
            throw new ReviewRefused("reviewers");
        }
        var lead = sight.hold(id);
        if (!jdbc.queryForList(
                        "select 1 from leads.review where lead_id = ? and state = 'OPEN'",
                        id.value())
                .isEmpty()) {
            throw new ReviewRefused("open");
        }
        var known = people.of(wanted);
        for (var username : wanted) {
            if (known.stream()
                    .noneMatch(one ->
                            one.username().equals(username)
                                    && one.permissions().contains(LeadPermissions.READ))) {
                throw new UnknownColleague(username);
            }
        }
        var now = clock.instant();
        var review =
                new Review(
                        lead.tenantId(),
                        ReviewId.next(),
                        id,
                        tables.kept().number(),
                        meetingOn,
                        person.username(),
                        now);
        reviews.saveAndFlush(review);
        jdbc.batchUpdate(
                "insert into leads.opinion (tenant_id, review_id, username, name) values (?, ?, ?, ?)",
                known,
                MOST_REVIEWERS,
                (line, one) -> {
                    line.setLong(1, lead.tenantId().value());
                    line.setObject(2, review.id().value());
                    line.setString(3, one.username());
                    line.setString(4, one.displayName());
                });
        var team = new ArrayList<>(lead.team());
        for (var one : known) { // 30 at most
            if (!lead.isWorkedOnBy(one.username())) {
                team.add(new TeamMember(one.username(), one.displayName()));
            }
            if (!one.username().equals(person.username())) {
                notices.tell(
                        one.username(),
                        "leads.notice.review",
                        List.of(lead.projectName(), person.displayName()),
                        "/leads/" + id);
            }
        }
        lead.workedOnBy(team, now);
        store.save(lead);
        history.record(
                Lead.SUBJECT,
                id.value(),
                "reviewOpened",
                List.of(
                        new FieldChange(
                                "reviewers",
                                null,
                                known.stream()
                                        .map(ZonePeople.Colleague::displayName)
                                        .collect(Collectors.joining(", ")))));
        return review.id();
    }

    /**
     * Gives one's own opinion; until the review is closed it may be given anew.
     *
     * @param points for every item of the table
     * @throws ReviewRefused when it is closed, or one was not asked
     * @throws LeadFieldsRefused when points are missing or out of bounds
     */
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public void give(
            ReviewId id,
            Map<String, Integer> points,
            List<String> vetoes,
            @Nullable String remark) {
        var review = review(id);
        review.refuseUnlessOpen();
        var table = tables.of(review.tableNumber());
        refuseFaults(table, points, vetoes, remark);
        int given =
                jdbc.update(
                        """
                        update leads.opinion set points = ?::jsonb, vetoes = ?, remark = ?, given_at = ?
                        where review_id = ? and username = ?\
                        """,
                        json.writeValueAsString(points),
                        vetoes.toArray(String[]::new),
                        remark == null || remark.isBlank() ? null : remark.strip(),
                        Timestamp.from(clock.instant()),
                        id.value(),
                        person.username());
        if (given == 0) {
            throw new ReviewRefused("notReviewer");
        }
        int total = points.values().stream().mapToInt(Integer::intValue).sum();
        history.record(
                Lead.SUBJECT,
                review.leadId().value(),
                "scored",
                List.of(
                        new FieldChange("score", null, String.valueOf(total)),
                        new FieldChange(
                                "vetoes",
                                null,
                                vetoes.isEmpty() ? null : String.join(", ", vetoes))));
    }

    /**
     * Closes it with its minutes; the result follows from the scores and vetoes.
     *
     * @throws ReviewRefused when it is closed, or a reviewer has not answered
     * @throws LeadFieldsRefused without minutes
     */
    @PreAuthorize("hasRole('" + LeadPermissions.REVIEW + "')")
    public ReviewState close(ReviewId id, String minutes, @Nullable LocalDate meetingOn) {
        var text = minutes.replace("\u0000", "").strip();
        if (text.isEmpty() || text.length() > 20_000) {
            throw new LeadFieldsRefused("minutes", "leads.rule.minutes");
        }
        var review = review(id);
        review.close(
                tables.of(review.tableNumber()),
                opinions(id),
                meetingOn,
                text,
                person.username(),
                clock.instant());
        ended(review);
        return review.state();
    }

    /**
     * Ends it without a result.
     *
     * @throws LeadReasonRefused without a reason
     */
    @PreAuthorize("hasRole('" + LeadPermissions.REVIEW + "')")
    public void withdraw(ReviewId id, @Nullable String reason) {
        var why = LeadReason.checked(reason);
        var review = review(id);
        review.withdraw(why, person.username(), clock.instant());
        ended(review);
    }

    /** All reviews of a lead, the newest first; at most 50. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public List<LeadReview> of(LeadId id) {
        sight.get(id);
        return read("r.lead_id = ?", id.value());
    }

    /** @throws ReviewRefused when there is none that may be seen */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public LeadReview get(ReviewId id) {
        var found = read("r.id = ?", id.value());
        if (found.isEmpty()) {
            throw new ReviewRefused("unknown");
        }
        sight.get(found.getFirst().leadId());
        return found.getFirst();
    }

    /** Reviews that wait for the opinion of whoever asks, the next meeting first; at most 50. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public List<Waiting> waitingForMe() {
        var seen = sight.seen();
        return jdbc.query(
                """
                select r.id, r.lead_id, l.project_name, r.meeting_on
                from leads.opinion o
                join leads.review r on r.tenant_id = o.tenant_id and r.id = o.review_id
                join leads.lead l on l.tenant_id = r.tenant_id and l.id = r.lead_id
                where o.username = ? and o.given_at is null and r.state = 'OPEN' and l.merged_into is null%s
                order by r.meeting_on nulls last, r.opened_at limit 50\
                """
                        .formatted(seen.sql()),
                (row, number) ->
                        new Waiting(
                                new ReviewId(row.getObject(1, UUID.class)),
                                new LeadId(row.getObject(2, UUID.class)),
                                row.getString(3),
                                row.getObject(4, LocalDate.class)),
                Stream.concat(Stream.of(person.username()), seen.arguments().stream()).toArray());
    }

    private Review review(ReviewId id) {
        var review = reviews.findLocked(id).orElseThrow(() -> new ReviewRefused("unknown"));
        sight.get(review.leadId());
        return review;
    }

    private void ended(Review review) {
        reviews.saveAndFlush(review);
        var lead = sight.hold(review.leadId());
        lead.touched(clock.instant());
        store.save(lead);
        history.record(
                Lead.SUBJECT,
                review.leadId().value(),
                "reviewClosed",
                List.of(
                        new FieldChange("review", null, review.state().name()),
                        new FieldChange(
                                "score",
                                null,
                                review.score() == null ? null : review.score().toPlainString())));
        if (lead.owner() != null && !lead.owner().equals(person.username())) {
            notices.tell(
                    lead.owner(),
                    "leads.notice.reviewed." + review.state(),
                    List.of(lead.projectName()),
                    "/leads/" + lead.id());
        }
    }

    private static void refuseFaults(
            ScoreTable table,
            Map<String, Integer> points,
            List<String> vetoes,
            @Nullable String remark) {
        var faults = new ArrayList<FieldFault>();
        for (var item : table.items()) {
            var given = points.get(item.key());
            if (given == null || given < 0 || given > item.most()) {
                faults.add(
                        new FieldFault(
                                "points." + item.key(),
                                "leads.rule.between",
                                List.of(0, item.most())));
            }
        }
        if (points.size() > table.items().size()) {
            faults.add(
                    new FieldFault("points", "leads.rule.tooMany", List.of(table.items().size())));
        }
        if (!table.vetoes().containsAll(vetoes)) {
            faults.add(new FieldFault("vetoes", "leads.rule.unknownVeto", List.of()));
        }
        if (remark != null && remark.length() > 4000) {
            faults.add(new FieldFault("remark", "leads.rule.tooLong", List.of(4000)));
        }
        if (!faults.isEmpty()) {
            throw new LeadFieldsRefused(faults);
        }
    }

    private List<ReviewOpinion> opinions(ReviewId id) {
        return jdbc.query(
                "select username, name, points, vetoes, remark, given_at from leads.opinion where review_id = ? order by username",
                (row, number) -> opinion(row),
                id.value());
    }

    private List<LeadReview> read(String condition, UUID argument) {
        var opinions = new HashMap<UUID, List<ReviewOpinion>>();
        jdbc.query(
                "select o.* from leads.opinion o join leads.review r on r.tenant_id = o.tenant_id and r.id = o.review_id where "
                        + condition
                        + " order by o.username limit 1500",
                row -> {
                    opinions.computeIfAbsent(
                                    row.getObject("review_id", UUID.class), r -> new ArrayList<>())
                            .add(opinion(row));
                },
                argument);
        return jdbc.query(
                "select r.*, t.items, t.vetoes as table_vetoes, t.pass_mark from leads.review r"
                        + " join leads.score_table t on t.tenant_id = r.tenant_id and t.number = r.table_number where "
                        + condition
                        + " order by r.opened_at desc limit 50",
                (row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    var closed = row.getTimestamp("closed_at");
                    return new LeadReview(
                            new ReviewId(id),
                            new LeadId(row.getObject("lead_id", UUID.class)),
                            ReviewState.valueOf(row.getString("state")),
                            new ScoreTable(
                                    row.getInt("table_number"),
                                    List.of(
                                            json.readValue(
                                                    row.getString("items"), ScoreItem[].class)),
                                    List.of(
                                            json.readValue(
                                                    row.getString("table_vetoes"), String[].class)),
                                    row.getInt("pass_mark")),
                            row.getObject("meeting_on", LocalDate.class),
                            row.getString("minutes"),
                            row.getBigDecimal("score"),
                            row.getBoolean("vetoed"),
                            row.getTimestamp("opened_at").toInstant(),
                            row.getString("opened_by"),
                            closed == null ? null : closed.toInstant(),
                            opinions.getOrDefault(id, List.of()),
                            row.getLong("version"));
                },
                argument);
    }

    private ReviewOpinion opinion(ResultSet row) throws SQLException {
        var points = row.getString("points");
        var given = row.getTimestamp("given_at");
        return new ReviewOpinion(
                row.getString("username"),
                row.getString("name"),
                points == null ? null : json.readValue(points, POINTS),
                List.of((String[]) row.getArray("vetoes").getArray()),
                row.getString("remark"),
                given == null ? null : given.toInstant());
    }

    private static final TypeReference<Map<String, Integer>> POINTS = new TypeReference<>() {};
}
