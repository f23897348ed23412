package org.kaiyuan.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The teams whose work a step or an opinion can be, and whether it reaches somebody there. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + ServicesPermissions.EDIT + "')")
public class ServiceTeams {
    private final ZonePeople people;

    ServiceTeams(ZonePeople people) {
        this.people = people;
    }

    /** Those that people of the zone are in. */
    public List<String> known() {
        return people.teams();
    }

    /** Whether somebody in it may handle or decide cases. */
    public boolean reaches(String team) {
        return people.ofTeam(team.strip()).stream()
                .anyMatch(one ->
                        one.permissions().contains(ServicesPermissions.HANDLE)
                                || one.permissions().contains(ServicesPermissions.DECIDE));
    }

    /** Where a procedure names a team that reaches nobody today. It hinders nothing: people may come. */
    public List<FieldFault> unreached(Procedure procedure) {
        var warnings = new ArrayList<FieldFault>();
        Map<String, Boolean> asked = new HashMap<>();
        for (int i = 0; i < procedure.steps().size(); i++) {
            look("steps", i, procedure.steps().get(i).team(), asked, warnings);
        }
        for (int i = 0; i < procedure.seats().size(); i++) {
            look("seats", i, procedure.seats().get(i).team(), asked, warnings);
        }
        return warnings;
    }

    private void look(
            String list,
            int index,
            @Nullable String team,
            Map<String, Boolean> asked,
            List<FieldFault> warnings) {
        if (team != null && !team.isBlank() && !asked.computeIfAbsent(team, this::reaches)) {
            warnings.add(
                    new FieldFault(
                            "procedure." + list + "[" + index + "].team",
                            "services.rule.teamUnreached",
                            List.of(team)));
        }
    }
}
