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
import org.kaiyuan.platform.records.CursorRefused;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 好差评: given by the enterprise; a bad one obliges the park to call back and to rectify. */
@Service
@Transactional
public class Ratings {
    static final String SUBJECT = "services.rating";

    /** So many stars and fewer oblige. */
    static final int BAD = 2;

    /** Working days within which a bad rating is rectified. */
    static final int RECTIFY_DAYS = 15;

    /** The largest page. */
    public static final int MOST = 200;

    private static final int MOST_REASONS = 8;
    private static final int LONGEST = 1000;
    private static final int LONGEST_ANSWER = 2000;

    private static final String ROWS =
            """
            select r.*, c.receipt, c.title, c.enterprise_name from services.rating r
            join services.case_file c on c.tenant_id = r.tenant_id and c.id = r.case_id
            """;

    private final JdbcTemplate jdbc;
    private final CaseVoice voice;
    private final WorkingDays workingDays;
    private final ChangeHistory history;
    private final ZonePeople people;
    private final Notices notices;
    private final Clock clock;

    Ratings(
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

    /**
     * Once per contact of a case.
     *
     * @param reasons keys of ready-made reasons, see {@link RatingReasons}
     * @throws CaseRefused when the contact has not taken place, or was rated
     */
    @PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
    public RatingId rate(
            CaseId id,
            RatingContact contact,
            int stars,
            List<String> reasons,
            @Nullable String said) {
        check(stars, reasons, said);
        var about = voice.speaking(id);
        if (!takenPlace(about).contains(contact)) {
            throw new CaseRefused("services.refusal.rating.early", contact);
        }
        boolean bad = stars <= BAD;
        var today = LocalDate.now(clock);
        var rating = RatingId.next();
        int made =
                jdbc.update(
                        """
                        insert into services.rating
                            (tenant_id, id, case_id, contact, stars, reasons, said, by_username, at, state, rectify_due_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, case_id, contact) do nothing\
                        """,
                        CurrentTenant.get().value(),
                        rating.value(),
                        id.value(),
                        contact.name(),
                        stars,
                        reasons.stream().distinct().toArray(String[]::new),
                        said == null || said.isBlank() ? null : said.strip(),
                        ChangeHistory.actor(),
                        Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)),
                        (bad ? RatingState.TO_CALL : RatingState.NOTED).name(),
                        bad ? workingDays.plus(today, RECTIFY_DAYS) : null);
        if (made == 0) {
            throw new CaseRefused("services.refusal.rating.twice", contact);
        }
        history.record(
                SUBJECT,
                rating.value(),
                "rated",
                List.of(
                        new FieldChange("receipt", null, about.receipt()),
                        new FieldChange("stars", null, String.valueOf(stars))));
        if (bad) {
            for (var somebody : people.whoMay(ServicesPermissions.SUPERVISE)) { // a handful
                notices.tell(
                        somebody.username(),
                        "services.notice.ratingBad",
                        List.of(about.title(), about.enterpriseName(), String.valueOf(stars)),
                        "/services/ratings");
            }
        }
        return rating;
    }

    /** Contacts of the case that can be rated and are not yet; none for who may not rate. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
    public List<RatingContact> open(CaseId id) {
        var about = voice.speaking(id);
        var rated =
                jdbc.query(
                        "select contact from services.rating where case_id = ?",
                        (row, n) -> RatingContact.valueOf(row.getString(1)),
                        id.value());
        return takenPlace(about).stream().filter(one -> !rated.contains(one)).toList();
    }

    @Transactional(readOnly = true)
    @PreAuthorize(
            "hasAnyRole('" + PortalPermissions.ENTER + "', '" + ServicesPermissions.READ + "')")
    public List<Rating> of(CaseId id) {
        voice.reading(id);
        return jdbc.query(
                ROWS + "where r.case_id = ? order by r.at, r.id", Ratings::rating, id.value());
    }

    /**
     * The newest first; what is owed (TO_CALL, TO_RECTIFY) by its day.
     *
     * @param state null for all
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + ServicesPermissions.SUPERVISE + "')")
    public RatingPage list(@Nullable RatingState state, @Nullable String cursor, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        boolean owed = state == RatingState.TO_CALL || state == RatingState.TO_RECTIFY;
        var arguments = new ArrayList<Object>();
        var where = new StringBuilder("where true");
        if (state != null) {
            where.append(" and r.state = ?");
            arguments.add(state.name());
        }
        if (owed) { // as its index says
            where.append(" and r.state in ('TO_CALL', 'TO_RECTIFY')");
        }
        var only = CaseSight.only();
        if (only != null) {
            where.append(" and c.company = ?");
            arguments.add(only);
        }
        if (cursor != null && !cursor.isEmpty()) {
            if (owed) {
                var place = DayPlace.parse(cursor);
                where.append(" and (r.rectify_due_on, r.id) > (?, ?)");
                arguments.add(place.day());
                arguments.add(place.id());
            } else {
                var place = moment(cursor);
                where.append(" and (r.at, r.id) < (?, ?)");
                arguments.add(Timestamp.from(place.at()));
                arguments.add(place.id());
            }
        }
        where.append(owed ? " order by r.rectify_due_on, r.id" : " order by r.at desc, r.id desc");
        arguments.add(most + 1);
        var found = jdbc.query(ROWS + where + " limit ?", Ratings::rating, arguments.toArray());
        if (found.size() <= most) {
            return new RatingPage(found, null);
        }
        var page = found.subList(0, most);
        var last = page.getLast();
        var due = last.rectifyDueOn();
        return new RatingPage(
                page,
                owed && due != null
                        ? new DayPlace(due, last.id().value()).text()
                        : new Moment(last.at(), last.id().value()).cursor());
    }

    /** @throws CaseRefused when nobody is to be called */
    @PreAuthorize("hasRole('" + ServicesPermissions.SUPERVISE + "')")
    public void calledBack(RatingId id, LocalDate on, String said, long basedOn) {
        var rating = hold(id, basedOn, RatingState.TO_CALL, "services.refusal.rating.called");
        check(on, said, LocalDate.ofInstant(rating.at(), clock.getZone()));
        jdbc.update(
                """
                update services.rating set state = 'TO_RECTIFY', called_on = ?, called_said = ?, called_name = ?,
                    version = version + 1 where id = ?\
                """,
                on,
                said.strip(),
                ChangeHistory.actorName(),
                id.value());
        history.record(
                SUBJECT,
                id.value(),
                "called",
                List.of(
                        new FieldChange("calledOn", null, on.toString()),
                        new FieldChange("said", null, said.strip())));
    }

    /** @throws CaseRefused when they were not called, or it was rectified */
    @PreAuthorize("hasRole('" + ServicesPermissions.SUPERVISE + "')")
    public void rectified(RatingId id, LocalDate on, String said, long basedOn) {
        var rating = hold(id, basedOn, RatingState.TO_RECTIFY, "services.refusal.rating.rectified");
        var called = rating.calledOn();
        check(
                on,
                said,
                called == null ? LocalDate.ofInstant(rating.at(), clock.getZone()) : called);
        jdbc.update(
                """
                update services.rating set state = 'RECTIFIED', rectified_on = ?, rectified_said = ?, rectified_name = ?,
                    version = version + 1 where id = ?\
                """,
                on,
                said.strip(),
                ChangeHistory.actorName(),
                id.value());
        history.record(
                SUBJECT,
                id.value(),
                "rectified",
                List.of(
                        new FieldChange("rectifiedOn", null, on.toString()),
                        new FieldChange("said", null, said.strip())));
    }

    private Rating hold(RatingId id, long basedOn, RatingState wanted, String refusal) {
        if (jdbc.queryForList("select 1 from services.rating where id = ? for update", id.value())
                .isEmpty()) {
            throw new UnknownRating();
        }
        var rating = jdbc.query(ROWS + "where r.id = ?", Ratings::rating, id.value()).getFirst();
        if (CaseSight.only() != null) {
            voice.reading(rating.caseId());
        }
        if (rating.version() != basedOn) {
            throw new ServicesChangedMeanwhile(rating.version(), history.newest(id.value(), 1));
        }
        if (rating.state() != wanted) {
            throw new CaseRefused(refusal);
        }
        return rating;
    }

    private void check(LocalDate on, String said, LocalDate notBefore) {
        var faults = new ArrayList<FieldFault>();
        if (on.isAfter(LocalDate.now(clock)) || on.isBefore(notBefore)) {
            faults.add(
                    new FieldFault(
                            "on",
                            "services.rule.between",
                            List.of(notBefore.toString(), LocalDate.now(clock).toString())));
        }
        ServicesFieldsRefused.required(faults, "said", said);
        ServicesFieldsRefused.longer(faults, "said", said, LONGEST_ANSWER);
        ServicesFieldsRefused.refuse(faults);
    }

    private static void check(int stars, List<String> reasons, @Nullable String said) {
        var faults = new ArrayList<FieldFault>();
        if (stars < 1 || stars > 5) {
            faults.add(new FieldFault("stars", "services.rule.stars", List.of()));
        }
        if (reasons.size() > MOST_REASONS || !reasons.stream().allMatch(RatingReasons::known)) {
            faults.add(new FieldFault("reasons", "services.rule.reasons", List.of()));
        }
        ServicesFieldsRefused.longer(faults, "said", said, LONGEST);
        ServicesFieldsRefused.refuse(faults);
    }

    private static List<RatingContact> takenPlace(CaseVoice.About about) {
        var contacts = new ArrayList<RatingContact>();
        if (about.accepted() || about.state() == CaseState.NOT_ACCEPTED) {
            contacts.add(RatingContact.ACCEPTANCE);
        }
        if (about.accepted() || about.decided()) {
            contacts.add(RatingContact.HANDLING);
        }
        if (about.decided()) {
            contacts.add(RatingContact.RESULT);
        }
        return contacts;
    }

    private static Moment moment(String cursor) {
        var moment = Moment.parse(cursor);
        if (moment == null) {
            throw new CursorRefused();
        }
        return moment;
    }

    private static Rating rating(ResultSet row, int n) throws SQLException {
        return new Rating(
                new RatingId(row.getObject("id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("receipt"),
                row.getString("title"),
                row.getString("enterprise_name"),
                RatingContact.valueOf(row.getString("contact")),
                row.getInt("stars"),
                List.of((String[]) row.getArray("reasons").getArray()),
                row.getString("said"),
                row.getTimestamp("at").toInstant(),
                RatingState.valueOf(row.getString("state")),
                row.getObject("called_on", LocalDate.class),
                row.getString("called_said"),
                row.getObject("rectify_due_on", LocalDate.class),
                row.getObject("rectified_on", LocalDate.class),
                row.getString("rectified_said"),
                row.getLong("version"));
    }
}
