package org.kaiyuan.demo;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.persistence.UuidV7;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what enterprises thought of their cases, and what came of it. */
final class RatingWriting {
    /** A moment of a day, about that hour. */
    interface Moments {
        Timestamp of(LocalDate day, int hour);
    }

    private final JdbcTemplate jdbc;
    private final long tenant;
    private final String code;
    private final String administrator;
    private final LocalDate today;
    private final Moments moments;

    RatingWriting(
            JdbcTemplate jdbc,
            long tenant,
            String code,
            String administrator,
            LocalDate today,
            Moments moments) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.code = code;
        this.administrator = administrator;
        this.today = today;
        this.moments = moments;
    }

    void ratings(List<CaseStory> stories) {
        var ratings = new ArrayList<@Nullable Object[]>();
        var complaints = new ArrayList<@Nullable Object[]>();
        for (var one : stories) {
            for (var it : one.ratings) {
                ratings.add(
                        new @Nullable Object[] {
                            tenant,
                            UuidV7.next(),
                            one.id,
                            it.contact(),
                            it.stars(),
                            it.reasons().toArray(new String[0]),
                            it.said(),
                            code + "-enterprise",
                            moments.of(it.on(), 17),
                            it.state(),
                            it.calledOn(),
                            it.calledOn() == null ? null : "已致电企业致歉并说明。",
                            it.calledOn() == null ? null : administrator,
                            it.rectifyBy(),
                            it.rectifiedOn(),
                            it.rectifiedOn() == null ? null : "已修改告知内容，一次说清。",
                            it.rectifiedOn() == null ? null : administrator
                        });
            }
            for (var said : one.complaints) {
                var on = one.delivered == null ? today : one.delivered;
                boolean answered = on.isBefore(today.minusDays(14));
                complaints.add(
                        new @Nullable Object[] {
                            tenant,
                            UuidV7.next(),
                            one.id,
                            said,
                            code + "-enterprise",
                            moments.of(on, 18),
                            on.plusDays(21),
                            answered ? "ANSWERED" : "OPEN",
                            answered ? "情况属实，已向企业说明原因并改进。" : null,
                            answered ? moments.of(on.plusDays(3), 10) : null,
                            answered ? administrator : null
                        });
            }
        }
        jdbc.batchUpdate(
                """
                insert into services.rating (tenant_id, id, case_id, contact, stars, reasons, said, by_username, at, state, called_on, called_said,
                    called_name, rectify_due_on, rectified_on, rectified_said, rectified_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                ratings);
        jdbc.batchUpdate(
                """
                insert into services.complaint (tenant_id, id, case_id, said, by_username, at, due_on, state, answer, answered_at, answered_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                complaints);
    }
}
