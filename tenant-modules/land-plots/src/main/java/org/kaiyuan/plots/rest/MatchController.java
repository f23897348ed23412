package org.kaiyuan.plots.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotMatching;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PlotPreferences;
import org.kaiyuan.plots.ReservationTasks;
import org.kaiyuan.plots.UnitId;
import org.kaiyuan.plots.rest.MatchAnswers.LeadMatchList;
import org.kaiyuan.plots.rest.MatchAnswers.LeadPlaces;
import org.kaiyuan.plots.rest.MatchAnswers.PlotPreferenceAnswer;
import org.kaiyuan.plots.rest.MatchAnswers.PlotPreferenceList;
import org.kaiyuan.plots.rest.MatchAnswers.ReservationTaskAnswer;
import org.kaiyuan.plots.rest.MatchAnswers.ReservationTaskList;
import org.kaiyuan.plots.rest.MatchAnswers.UnitMatchList;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Leads and places: what fits what, what was chosen, and what has to be seen to after a signing. */
@RestController
@RequestMapping("/api/v1")
class MatchController {
    private final PlotMatching matching;
    private final PlotPreferences preferences;
    private final ReservationTasks tasks;
    private final Messages messages;

    MatchController(
            PlotMatching matching,
            PlotPreferences preferences,
            ReservationTasks tasks,
            Messages messages) {
        this.matching = matching;
        this.preferences = preferences;
        this.tasks = tasks;
        this.messages = messages;
    }

    record PlotPreferenceBody(@JsonProperty(required = true) UUID lead) {}

    record ReservationTaskDoneBody(@JsonProperty(required = true) String note) {}

    @RolesAllowed({PlotPermissions.READ, LeadPermissions.READ})
    @GetMapping("/plots/match")
    LeadPlaces places(@RequestParam UUID lead) {
        return LeadPlaces.of(lead, matching.places(new LeadId(lead)), messages);
    }

    @RolesAllowed({PlotPermissions.FLOORS_READ, LeadPermissions.READ})
    @GetMapping("/units/match")
    UnitMatchList units(@RequestParam UUID lead) {
        return UnitMatchList.of(matching.units(new LeadId(lead)), messages);
    }

    @RolesAllowed({PlotPermissions.READ, LeadPermissions.READ})
    @GetMapping("/plots/{id}/leads")
    LeadMatchList leads(@PathVariable UUID id) {
        return LeadMatchList.of(matching.leads(new PlotId(id)), messages);
    }

    @RolesAllowed({PlotPermissions.FLOORS_READ, LeadPermissions.READ})
    @GetMapping("/units/{id}/leads")
    LeadMatchList unitLeads(@PathVariable UUID id) {
        return LeadMatchList.of(matching.leads(new UnitId(id)), messages);
    }

    @RolesAllowed({PlotPermissions.READ, LeadPermissions.READ})
    @GetMapping("/plots/preferences")
    PlotPreferenceList preferences(@RequestParam UUID lead) {
        return new PlotPreferenceList(
                preferences.of(new LeadId(lead)).stream().map(PlotPreferenceAnswer::of).toList());
    }

    @RolesAllowed({PlotPermissions.RESERVE, LeadPermissions.READ})
    @PostMapping("/plots/{id}/preferences")
    ResponseEntity<Void> choose(@PathVariable UUID id, @RequestBody PlotPreferenceBody body) {
        preferences.choose(new LeadId(body.lead()), new PlotId(id));
        return ResponseEntity.noContent().build();
    }

    @RolesAllowed({PlotPermissions.RESERVE, LeadPermissions.READ})
    @PostMapping("/plots/{id}/preferences/withdrawal")
    ResponseEntity<Void> withdraw(@PathVariable UUID id, @RequestBody PlotPreferenceBody body) {
        preferences.withdraw(new LeadId(body.lead()), new PlotId(id));
        return ResponseEntity.noContent().build();
    }

    @RolesAllowed({PlotPermissions.READ, LeadPermissions.READ})
    @GetMapping("/plots/tasks")
    ReservationTaskList tasks(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = tasks.open(cursor, limit);
        return new ReservationTaskList(
                page.items().stream().map(ReservationTaskAnswer::of).toList(), page.next());
    }

    @RolesAllowed(PlotPermissions.RESERVE)
    @PostMapping("/plots/tasks/{task}/done")
    ResponseEntity<Void> done(@PathVariable UUID task, @RequestBody ReservationTaskDoneBody body) {
        tasks.done(task, body.note());
        return ResponseEntity.noContent().build();
    }
}
