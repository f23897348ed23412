package org.kaiyuan.leads.rest;

import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadFilter;
import org.kaiyuan.leads.LeadOrder;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadQuestion;
import org.kaiyuan.leads.LeadSavedViews;
import org.kaiyuan.platform.views.SavedView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions about leads that are kept under a name. */
@RestController
@RequestMapping("/api/v1/leads/views")
@RolesAllowed(LeadPermissions.READ)
class LeadViewController {
    private final LeadSavedViews views;

    LeadViewController(LeadSavedViews views) {
        this.views = views;
    }

    record LeadViewBody(
            @Nullable String name,
            @Nullable Boolean shared,
            @Nullable String q,
            @Nullable LeadParameters filter,
            @Nullable LeadOrder sort) {

        String text() {
            return name == null ? "" : name;
        }

        boolean isShared() {
            return Boolean.TRUE.equals(shared);
        }

        LeadQuestion question() {
            return new LeadQuestion(
                    q == null ? "" : q,
                    filter == null ? LeadFilter.ALL : filter.filter(),
                    sort == null ? LeadOrder.CHANGED : sort);
        }
    }

    record LeadViewAnswer(
            UUID id,
            String name,
            boolean shared,
            boolean mine,
            String ownerName,
            String q,
            LeadParameters filter,
            LeadOrder sort) {

        static LeadViewAnswer of(SavedView<LeadQuestion> view) {
            var question = view.question();
            return new LeadViewAnswer(
                    view.id(),
                    view.name(),
                    view.shared(),
                    view.mine(),
                    view.ownerName(),
                    question.typed(),
                    LeadParameters.of(question.filter()),
                    question.order());
        }
    }

    record LeadViews(List<LeadViewAnswer> items) {}

    @GetMapping
    LeadViews list() {
        return new LeadViews(views.list().stream().map(LeadViewAnswer::of).toList());
    }

    @PostMapping
    ResponseEntity<LeadViewAnswer> keep(@RequestBody LeadViewBody body) {
        var id = views.save(body.text(), body.question(), body.isShared());
        return ResponseEntity.created(URI.create("/api/v1/leads/views/" + id)).body(one(id));
    }

    @GetMapping("/{view}")
    LeadViewAnswer one(@PathVariable("view") UUID id) {
        return LeadViewAnswer.of(views.get(id));
    }

    @PutMapping("/{view}")
    LeadViewAnswer revise(@PathVariable("view") UUID id, @RequestBody LeadViewBody body) {
        views.revise(id, body.text(), body.question(), body.isShared());
        return one(id);
    }

    @DeleteMapping("/{view}")
    ResponseEntity<Void> remove(@PathVariable("view") UUID id) {
        views.remove(id);
        return ResponseEntity.noContent().build();
    }
}
