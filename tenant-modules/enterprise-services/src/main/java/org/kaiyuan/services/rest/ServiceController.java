package org.kaiyuan.services.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.services.EditionRow;
import org.kaiyuan.services.ServiceCatalogue;
import org.kaiyuan.services.ServiceDetails;
import org.kaiyuan.services.ServiceEdition;
import org.kaiyuan.services.ServiceFilter;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceKeeping;
import org.kaiyuan.services.ServiceRow;
import org.kaiyuan.services.ServiceState;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.services.UnknownService;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The zone's catalogue of services: drafts, and editions that were published. */
@RestController
@RequestMapping("/api/v1/services/catalogue")
class ServiceController {
    private final ServiceCatalogue catalogue;
    private final ServiceKeeping keeping;
    private final Messages messages;

    ServiceController(ServiceCatalogue catalogue, ServiceKeeping keeping, Messages messages) {
        this.catalogue = catalogue;
        this.keeping = keeping;
        this.messages = messages;
    }

    record ServiceParameters(
            @Nullable String q,
            @Nullable ServiceState state,
            @Nullable ServiceTrack track,
            @Nullable String topic) {
        ServiceFilter filter() {
            return new ServiceFilter(q, state, track, topic);
        }
    }

    /** @param code left out: the next free one */
    record ServiceBeginning(
            @Nullable String code,
            @JsonProperty(required = true) ServiceTrack track,
            @Nullable UUID matter,
            @JsonProperty(required = true) ServiceBody says) {}

    record ServiceLine(
            UUID id,
            String code,
            ServiceTrack track,
            ServiceState state,
            String title,
            List<String> topics,
            @Nullable UUID matter,
            @Nullable Integer edition,
            boolean hasDraft,
            Instant updatedAt) {
        static ServiceLine of(ServiceRow row) {
            return new ServiceLine(
                    row.id().value(),
                    row.code(),
                    row.track(),
                    row.state(),
                    row.title(),
                    row.topics(),
                    row.matter() == null ? null : row.matter().value(),
                    row.edition(),
                    row.hasDraft(),
                    row.updatedAt());
        }
    }

    /** A page; {@code next} is null on the last one. */
    record ServiceList(List<ServiceLine> items, @Nullable String next) {}

    record ServiceEditionSaid(
            int number, Instant publishedAt, String publishedName, ServiceBody says) {
        static ServiceEditionSaid of(ServiceEdition edition) {
            return new ServiceEditionSaid(
                    edition.number(),
                    edition.publishedAt(),
                    edition.publishedName(),
                    ServiceBody.of(edition.note()));
        }
    }

    /** @param draft the next edition as it is written; null where none is */
    record ServiceAnswer(
            UUID id,
            long version,
            String code,
            ServiceTrack track,
            ServiceState state,
            @Nullable UUID matter,
            @Nullable ServiceBody draft,
            @Nullable ServiceEditionSaid current) {
        static ServiceAnswer of(ServiceDetails service) {
            var row = service.row();
            return new ServiceAnswer(
                    row.id().value(),
                    row.version(),
                    row.code(),
                    row.track(),
                    row.state(),
                    row.matter() == null ? null : row.matter().value(),
                    service.draft() == null ? null : ServiceBody.of(service.draft()),
                    service.current() == null ? null : ServiceEditionSaid.of(service.current()));
        }
    }

    record ServiceEditionLine(int number, Instant publishedAt, String publishedName) {
        static ServiceEditionLine of(EditionRow row) {
            return new ServiceEditionLine(row.number(), row.publishedAt(), row.publishedName());
        }
    }

    record ServiceEditionList(List<ServiceEditionLine> items) {}

    record ServiceFault(String field, String code, String message) {}

    record ServiceFaultList(List<ServiceFault> items) {}

    @RolesAllowed(ServicesPermissions.READ)
    @GetMapping
    ServiceList list(
            @ParameterObject ServiceParameters filter,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = catalogue.list(filter.filter(), cursor, limit);
        return new ServiceList(page.items().stream().map(ServiceLine::of).toList(), page.next());
    }

    @RolesAllowed({ServicesPermissions.EDIT, ServicesPermissions.READ})
    @PostMapping
    ResponseEntity<ServiceAnswer> begin(@RequestBody ServiceBeginning body) {
        var id =
                keeping.begin(
                        body.code(),
                        body.track(),
                        body.matter() == null ? null : new MatterId(body.matter()),
                        body.says().note(body.track()));
        var service = catalogue.find(id);
        return ResponseEntity.created(URI.create("/api/v1/services/catalogue/" + id))
                .eTag(EntityTags.of(service.row().version()))
                .body(ServiceAnswer.of(service));
    }

    @RolesAllowed(ServicesPermissions.READ)
    @GetMapping("/{id}")
    ResponseEntity<ServiceAnswer> one(@PathVariable UUID id) {
        var service = catalogue.find(new ServiceId(id));
        return ResponseEntity.ok()
                .eTag(EntityTags.of(service.row().version()))
                .body(ServiceAnswer.of(service));
    }

    @RolesAllowed(ServicesPermissions.READ)
    @GetMapping("/{id}/editions")
    ServiceEditionList editions(@PathVariable UUID id) {
        return new ServiceEditionList(
                catalogue.editions(new ServiceId(id)).stream()
                        .map(ServiceEditionLine::of)
                        .toList());
    }

    /** The one that counts where none is named. */
    @RolesAllowed(ServicesPermissions.READ)
    @GetMapping("/{id}/edition")
    ServiceEditionSaid edition(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer number) {
        var current = catalogue.find(new ServiceId(id)).current();
        if (number != null) {
            return ServiceEditionSaid.of(catalogue.edition(new ServiceId(id), number));
        }
        if (current == null) {
            throw new UnknownService();
        }
        return ServiceEditionSaid.of(current);
    }

    /** All that hinders publishing the draft; empty where there is none. */
    @RolesAllowed({ServicesPermissions.EDIT, ServicesPermissions.READ})
    @GetMapping("/{id}/faults")
    ServiceFaultList faults(@PathVariable UUID id) {
        var service = catalogue.find(new ServiceId(id));
        if (service.draft() == null) {
            return new ServiceFaultList(List.of());
        }
        return new ServiceFaultList(
                keeping.faults(service.row().track(), service.draft()).stream()
                        .map(fault ->
                                new ServiceFault(
                                        fault.field(),
                                        fault.messageKey(),
                                        messages.text(
                                                fault.messageKey(), fault.arguments().toArray())))
                        .toList());
    }

    /** All of the draft is replaced. */
    @RolesAllowed({ServicesPermissions.EDIT, ServicesPermissions.READ})
    @PutMapping("/{id}/draft")
    ResponseEntity<ServiceAnswer> write(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody ServiceBody body) {
        var track = catalogue.find(new ServiceId(id)).row().track();
        keeping.write(new ServiceId(id), body.note(track), EntityTags.version(basedOn));
        return one(id);
    }

    /** A service that was never published is gone with its draft. */
    @RolesAllowed(ServicesPermissions.EDIT)
    @DeleteMapping("/{id}/draft")
    ResponseEntity<Void> drop(@PathVariable UUID id, @RequestHeader("If-Match") String basedOn) {
        keeping.dropDraft(new ServiceId(id), EntityTags.version(basedOn));
        return ResponseEntity.noContent().build();
    }

    /** 422 with all that hinders it. */
    @RolesAllowed({ServicesPermissions.EDIT, ServicesPermissions.READ})
    @PostMapping("/{id}/publication")
    ResponseEntity<ServiceAnswer> publish(
            @PathVariable UUID id, @RequestHeader("If-Match") String basedOn) {
        keeping.publish(new ServiceId(id), EntityTags.version(basedOn));
        return one(id);
    }

    @RolesAllowed({ServicesPermissions.EDIT, ServicesPermissions.READ})
    @PostMapping("/{id}/closing")
    ResponseEntity<ServiceAnswer> close(
            @PathVariable UUID id, @RequestHeader("If-Match") String basedOn) {
        keeping.close(new ServiceId(id), EntityTags.version(basedOn));
        return one(id);
    }

    @RolesAllowed({ServicesPermissions.EDIT, ServicesPermissions.READ})
    @PostMapping("/{id}/reopening")
    ResponseEntity<ServiceAnswer> reopen(
            @PathVariable UUID id, @RequestHeader("If-Match") String basedOn) {
        keeping.reopen(new ServiceId(id), EntityTags.version(basedOn));
        return one(id);
    }
}
