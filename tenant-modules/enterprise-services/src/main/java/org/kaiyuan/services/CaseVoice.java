package org.kaiyuan.services;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who may say what they think of a case, and who may read it: the enterprise's people and the staff that see the case. */
@Component
class CaseVoice {
    private final JdbcTemplate jdbc;
    private final EnterpriseDoor door;
    private final CaseSight sight;
    private final CurrentPerson person;

    CaseVoice(JdbcTemplate jdbc, EnterpriseDoor door, CaseSight sight, CurrentPerson person) {
        this.jdbc = jdbc;
        this.door = door;
        this.sight = sight;
        this.person = person;
    }

    /** What it is about. */
    record About(
            CaseId id,
            String receipt,
            String title,
            String enterpriseName,
            @Nullable UUID enterprise,
            ServiceTrack track,
            CaseState state,
            boolean accepted,
            boolean decided) {}

    /**
     * The case of an enterprise for which whoever acts stands and may fill in.
     *
     * @throws UnknownCase when there is none, or it is of another enterprise
     */
    About speaking(CaseId id) {
        var about = about(id);
        door.with(about.enterprise(), ColleagueRight.FILL_IN, UnknownCase::new);
        return about;
    }

    /** @throws UnknownCase when there is none that whoever acts may see */
    About reading(CaseId id) {
        var about = about(id);
        if (person.may(ServicesPermissions.READ) && sight.sees(id.value())) {
            return about;
        }
        door.with(about.enterprise(), ColleagueRight.SEE, UnknownCase::new);
        return about;
    }

    private About about(CaseId id) {
        return jdbc
                .query(
                        """
                        select receipt, title, enterprise_name, enterprise_id, track, state, accepted_on, decided_on
                        from services.case_file where id = ?\
                        """,
                        (row, n) ->
                                new About(
                                        id,
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getObject(4, UUID.class),
                                        ServiceTrack.valueOf(row.getString(5)),
                                        CaseState.valueOf(row.getString(6)),
                                        row.getObject(7) != null,
                                        row.getObject(8) != null),
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownCase::new);
    }
}
