package org.kaiyuan.services;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.notices.Notices;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Ratings that oblige and complaints whose day has passed: those who supervise are told of each once, in one sentence. */
@Component
class CareReminders {
    private static final int AT_ONCE = 5000;

    /** What is longer past is not told any more to who hears it first. */
    private static final int PAST_DAYS = 60;

    private final JdbcTemplate jdbc;
    private final ZonePeople people;
    private final Notices notices;
    private final Clock clock;

    CareReminders(JdbcTemplate jdbc, ZonePeople people, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.notices = notices;
        this.clock = clock;
    }

    void ratings(LocalDate today) {
        late(
                """
                select r.tenant_id, r.case_id, 'RATING_LATE_' || r.contact as kind, r.rectify_due_on as of_day
                from services.rating r
                where r.state in ('TO_CALL', 'TO_RECTIFY') and r.rectify_due_on < ? and r.rectify_due_on >= ?\
                """,
                today,
                "ratingLate",
                "/services/ratings");
    }

    void complaints(LocalDate today) {
        late(
                """
                select p.tenant_id, p.case_id, 'COMPLAINT_LATE_' || p.id as kind, p.due_on as of_day
                from services.complaint p where p.state = 'OPEN' and p.due_on < ? and p.due_on >= ?\
                """,
                today,
                "complaintLate",
                "/services/complaints");
    }

    private void late(String which, LocalDate today, String notice, String link) {
        var supervisors = people.whoMay(ServicesPermissions.SUPERVISE);
        if (supervisors.isEmpty()) {
            return; // it is told when somebody is there
        }
        var many =
                jdbc.queryForObject(
                        """
                        with late as (%s),
                        told as (
                            insert into services.case_told (tenant_id, case_id, kind, of_day, at)
                            select l.tenant_id, l.case_id, l.kind, l.of_day, ? from late l
                            where not exists (
                                select from services.case_told o where o.tenant_id = l.tenant_id and o.case_id = l.case_id
                                  and o.kind = l.kind and o.of_day = l.of_day)
                            order by l.case_id, l.kind limit ?
                            on conflict do nothing returning 1)
                        select count(*) from told\
                        """
                                .formatted(which),
                        Integer.class,
                        today,
                        today.minusDays(PAST_DAYS),
                        Timestamp.from(clock.instant()),
                        AT_ONCE);
        if (many == null || many == 0) {
            return;
        }
        for (var somebody : supervisors) { // a handful
            notices.tell(
                    somebody.username(),
                    "services.notice." + notice,
                    List.of(many.toString()),
                    link);
        }
    }
}
