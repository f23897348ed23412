package org.kaiyuan.enterprises.rest;

import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseOrder;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.EnterpriseQuestion;
import org.kaiyuan.enterprises.SavedViews;
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

/** Questions that are kept under a name. */
@RestController
@RequestMapping("/api/v1/enterprises/views")
@RolesAllowed(EnterprisePermissions.READ)
class SavedViewController {
    private final SavedViews views;

    SavedViewController(SavedViews views) {
        this.views = views;
    }

    record ViewBody(
            @Nullable String name,
            @Nullable Boolean shared,
            @Nullable String q,
            @Nullable FilterParameters filter,
            @Nullable EnterpriseOrder sort) {

        String text() {
            return name == null ? "" : name;
        }

        boolean isShared() {
            return Boolean.TRUE.equals(shared);
        }

        EnterpriseQuestion question() {
            return new EnterpriseQuestion(
                    q == null ? "" : q,
                    filter == null ? EnterpriseFilter.ALL : filter.filter(),
                    sort == null ? EnterpriseOrder.NAME : sort);
        }
    }

    record ViewAnswer(
            UUID id,
            String name,
            boolean shared,
            boolean mine,
            String ownerName,
            String q,
            FilterParameters filter,
            EnterpriseOrder sort) {

        static ViewAnswer of(SavedView<EnterpriseQuestion> view) {
            var question = view.question();
            return new ViewAnswer(
                    view.id(),
                    view.name(),
                    view.shared(),
                    view.mine(),
                    view.ownerName(),
                    question.typed(),
                    FilterParameters.of(question.filter()),
                    question.order());
        }
    }

    record Views(List<ViewAnswer> items) {}

    @GetMapping
    Views list() {
        return new Views(views.list().stream().map(ViewAnswer::of).toList());
    }

    @PostMapping
    ResponseEntity<ViewAnswer> keep(@RequestBody ViewBody body) {
        var id = views.save(body.text(), body.question(), body.isShared());
        return ResponseEntity.created(URI.create("/api/v1/enterprises/views/" + id)).body(one(id));
    }

    @GetMapping("/{view}")
    ViewAnswer one(@PathVariable("view") UUID id) {
        return ViewAnswer.of(views.get(id));
    }

    @PutMapping("/{view}")
    ViewAnswer revise(@PathVariable("view") UUID id, @RequestBody ViewBody body) {
        views.revise(id, body.text(), body.question(), body.isShared());
        return one(id);
    }

    @DeleteMapping("/{view}")
    ResponseEntity<Void> remove(@PathVariable("view") UUID id) {
        views.remove(id);
        return ResponseEntity.noContent().build();
    }
}
