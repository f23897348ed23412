package org.kaiyuan.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 投诉. */
@Service
@Transactional
public class Complaints {
    static final String SUBJECT = "services.complaint";

    /** Working days within which a complaint is answered: a rule of this program, like that for bad ratings. */
    static final int ANSWER_DAYS = 15;

    /** The largest page. */
    public static final int MOST = 200;

    /** Open ones of one case; who has that many waits for an answer. */
    private static final int MOST_OPEN = 5;

    private static final int MOST_OF_CASE = 200;
    private static final int LONGEST = 2000;

    private static final String ROWS =
            """
            select p.*, c.receipt, c.title, c.enterprise_name from services.complaint p
            join services.case_file c on c.tenant_id = p.tenant_id and c.id = p.case_id
            """;

    private final JdbcTemplate jdbc;
    private final CaseVoice voice;
    private final WorkingDays workingDays;
    private final ChangeHistory history;
    private final ZonePeople people;
    private final Notices notices;
    private final Clock clock;

    Complaints(
            JdbcTemplate jdbc,
            CaseVoice voice,
            WorkingDays workingDays,
            ChangeHistory history,
            ZonePeople people,
            Notices notices,
            Clock clock) {
        this.jdbc = jdbc;
        this.voice = voice;
        this.workingDays = workingDays;
        this.history = history;
        this.people = people;
        this.notices = notices;
        this.clock = clock;
    }

    /** @throws CaseRefused when several wait for an answer already */
    @PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
    public ComplaintId complain(CaseId id, String said) {
        check(said);
        var about = voice.speaking(id);
        var open =
                jdbc.queryForObject(
                        "select count(*) from services.complaint where case_id = ? and state = 'OPEN'",
                        Integer.class,
                        id.value());
        if (open != null && open >= MOST_OPEN) {
            throw new CaseRefused("services.refusal.complaint.many", MOST_OPEN);
        }
        var complaint = ComplaintId.next();
        jdbc.update(
                """
                insert into services.complaint (tenant_id, id, case_id, said, by_username, at, due_on, state)
                values (?, ?, ?, ?, ?, ?, ?, 'OPEN')\
                """,
                CurrentTenant.get().value(),
                complaint.value(),
                id.value(),
                said.strip(),
                ChangeHistory.actor(),
                now(),
                workingDays.plus(LocalDate.now(clock), ANSWER_DAYS));
        history.record(
                SUBJECT,
                complaint.value(),
                "complained",
                List.of(new FieldChange("receipt", null, about.receipt())));
        for (var somebody : people.whoMay(ServicesPermissions.SUPERVISE)) { // a handful
            notices.tell(
                    somebody.username(),
                    "services.notice.complaint",
                    List.of(about.title(), about.enterpriseName()),
                    "/services/complaints");
        }
        return complaint;
    }

    /** In the order of time, at most 200. */
    @Transactional(readOnly = true)
    @PreAuthorize(
            "hasAnyRole('" + PortalPermissions.ENTER + "', '" + ServicesPermissions.READ + "')")
    public List<Complaint> of(CaseId id) {
        voice.reading(id);
        return jdbc.query(
                ROWS + "where p.case_id = ? order by p.at, p.id limit ?",
                Complaints::complaint,
                id.value(),
                MOST_OF_CASE);
    }

    /**
     * The newest first; open ones by the day by which they are answered.
     *
     * @param state null for all
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + ServicesPermissions.SUPERVISE + "')")
    public ComplaintPage list(@Nullable ComplaintState state, @Nullable String cursor, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        boolean open = state == ComplaintState.OPEN;
        var arguments = new ArrayList<Object>();
        var where = new StringBuilder("where true");
        if (open) { // as its index says
            where.append(" and p.state = 'OPEN'");
        } else if (state != null) {
            where.append(" and p.state = ?");
            arguments.add(state.name());
        }
        var only = CaseSight.only();
        if (only != null) {
            where.append(" and c.company = ?");
            arguments.add(only);
        }
        if (cursor != null && !cursor.isEmpty()) {
            if (open) {
                var place = DayPlace.parse(cursor);
                where.append(" and (p.due_on, p.id) > (?, ?)");
                arguments.add(place.day());
                arguments.add(place.id());
            } else {
                arguments.addAll(InboxOrder.NEWEST.arguments(cursor));
                where.append(" and (p.at, p.id) < (?, ?)");
            }
        }
        where.append(open ? " order by p.due_on, p.id" : " order by p.at desc, p.id desc");
        arguments.add(most + 1);
        var found =
                jdbc.query(ROWS + where + " limit ?", Complaints::complaint, arguments.toArray());
        if (found.size() <= most) {
            return new ComplaintPage(found, null);
        }
        var page = found.subList(0, most);
        var last = page.getLast();
        return new ComplaintPage(
                page,
                open
                        ? new DayPlace(last.dueOn(), last.id().value()).text()
                        : new Moment(last.at(), last.id().value()).cursor());
    }

    /** @throws CaseRefused when it was answered */
    @PreAuthorize("hasRole('" + ServicesPermissions.SUPERVISE + "')")
    public void answer(ComplaintId id, String said, long basedOn) {
        check(said);
        var by =
                jdbc.query(
                        "select by_username from services.complaint where id = ? for update",
                        (row, n) -> row.getString(1),
                        id.value());
        if (by.isEmpty()) {
            throw new UnknownComplaint();
        }
        var complaint =
                jdbc.query(ROWS + "where p.id = ?", Complaints::complaint, id.value()).getFirst();
        if (CaseSight.only() != null) {
            voice.reading(complaint.caseId());
        }
        if (complaint.version() != basedOn) {
            throw new ServicesChangedMeanwhile(complaint.version(), history.newest(id.value(), 1));
        }
        if (complaint.state() != ComplaintState.OPEN) {
            throw new CaseRefused("services.refusal.complaint.answered");
        }
        jdbc.update(
                """
                update services.complaint set state = 'ANSWERED', answer = ?, answered_at = ?, answered_name = ?,
                    version = version + 1 where id = ?\
                """,
                said.strip(),
                now(),
                ChangeHistory.actorName(),
                id.value());
        history.record(
                SUBJECT,
                id.value(),
                "answered",
                List.of(new FieldChange("said", null, said.strip())));
        notices.tell(
                by.getFirst(),
                "services.notice.mine.complaintAnswered",
                List.of(complaint.title(), complaint.receipt()),
                "/portal/cases/" + complaint.caseId());
    }

    private static void check(String said) {
        var faults = new ArrayList<FieldFault>();
        ServicesFieldsRefused.required(faults, "said", said);
        ServicesFieldsRefused.longer(faults, "said", said, LONGEST);
        ServicesFieldsRefused.refuse(faults);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static Complaint complaint(ResultSet row, int n) throws SQLException {
        var answered = row.getTimestamp("answered_at");
        return new Complaint(
                new ComplaintId(row.getObject("id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("receipt"),
                row.getString("title"),
                row.getString("enterprise_name"),
                row.getString("said"),
                row.getTimestamp("at").toInstant(),
                ComplaintState.valueOf(row.getString("state")),
                row.getObject("due_on", LocalDate.class),
                row.getString("answer"),
                answered == null ? null : answered.toInstant(),
                row.getString("answered_name"),
                row.getLong("version"));
    }
}
