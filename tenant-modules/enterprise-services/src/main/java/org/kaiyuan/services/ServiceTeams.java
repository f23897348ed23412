package org.kaiyuan.services;

import java.util.HashSet;
import java.util.LinkedHashMap;
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
        return people.ofTeam(team.strip()).stream().anyMatch(ServiceTeams::works);
    }

    /** Where a procedure names a team that reaches nobody today. It hinders nothing: people may come. */
    public List<FieldFault> unreached(Procedure procedure) {
        var named = new LinkedHashMap<String, String>();
        for (int i = 0; i < procedure.steps().size(); i++) {
            name(named, "steps", i, procedure.steps().get(i).team());
        }
        for (int i = 0; i < procedure.seats().size(); i++) {
            name(named, "seats", i, procedure.seats().get(i).team());
        }
        var reached = people.ofTeams(new HashSet<>(named.values()));
        return named.entrySet().stream()
                .filter(one ->
                        reached.getOrDefault(one.getValue(), List.of()).stream()
                                .noneMatch(ServiceTeams::works))
                .map(one ->
                        new FieldFault(
                                one.getKey(),
                                "services.rule.teamUnreached",
                                List.of(one.getValue())))
                .toList();
    }

    private static void name(
            Map<String, String> named, String list, int index, @Nullable String team) {
        if (team != null && !team.isBlank()) {
            named.put("procedure." + list + "[" + index + "].team", team.strip());
        }
    }

    private static boolean works(ZonePeople.Colleague one) {
        return one.permissions().contains(ServicesPermissions.HANDLE)
                || one.permissions().contains(ServicesPermissions.DECIDE);
    }
}
