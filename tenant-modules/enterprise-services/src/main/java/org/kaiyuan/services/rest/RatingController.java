package org.kaiyuan.services.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.Rating;
import org.kaiyuan.services.RatingContact;
import org.kaiyuan.services.RatingId;
import org.kaiyuan.services.RatingState;
import org.kaiyuan.services.Ratings;
import org.kaiyuan.services.ServicesPermissions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 好差评. */
@RestController("serviceRatingController")
@RequestMapping("/api/v1/services")
class RatingController {
    private final Ratings ratings;

    RatingController(Ratings ratings) {
        this.ratings = ratings;
    }

    record RatingBody(
            @JsonProperty(required = true) RatingContact contact,
            @JsonProperty(required = true) int stars,
            @Nullable List<String> reasons,
            @Nullable String said) {}

    record RatingStep(
            @JsonProperty(required = true) LocalDate on,
            @JsonProperty(required = true) String said) {}

    record RatingAnswer(
            UUID id,
            long version,
            @JsonProperty("case") UUID caseId,
            String receipt,
            String title,
            String enterpriseName,
            RatingContact contact,
            int stars,
            List<String> reasons,
            @Nullable String said,
            Instant at,
            RatingState state,
            @Nullable LocalDate calledOn,
            @Nullable String calledSaid,
            @Nullable LocalDate rectifyDueOn,
            @Nullable LocalDate rectifiedOn,
            @Nullable String rectifiedSaid) {
        static RatingAnswer of(Rating rating) {
            return new RatingAnswer(
                    rating.id().value(),
                    rating.version(),
                    rating.caseId().value(),
                    rating.receipt(),
                    rating.title(),
                    rating.enterpriseName(),
                    rating.contact(),
                    rating.stars(),
                    rating.reasons(),
                    rating.said(),
                    rating.at(),
                    rating.state(),
                    rating.calledOn(),
                    rating.callBackSaid(),
                    rating.rectifyDueOn(),
                    rating.rectifiedOn(),
                    rating.rectifiedSaid());
        }
    }

    /** A page; {@code next} is null on the last one. */
    record RatingList(List<RatingAnswer> items, @Nullable String next) {}

    record Rated(UUID id) {}

    @RolesAllowed(ServicesPermissions.SUPERVISE)
    @GetMapping("/ratings")
    RatingList list(
            @RequestParam(required = false) @Nullable RatingState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = ratings.list(state, cursor, limit);
        return new RatingList(page.items().stream().map(RatingAnswer::of).toList(), page.next());
    }

    /** 409 where nobody is to be called. */
    @RolesAllowed(ServicesPermissions.SUPERVISE)
    @PostMapping("/ratings/{id}/call")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void called(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody RatingStep body) {
        ratings.calledBack(new RatingId(id), body.on(), body.said(), EntityTags.version(basedOn));
    }

    /** 409 where they were not called, or it was rectified. */
    @RolesAllowed(ServicesPermissions.SUPERVISE)
    @PostMapping("/ratings/{id}/rectification")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rectified(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody RatingStep body) {
        ratings.rectified(new RatingId(id), body.on(), body.said(), EntityTags.version(basedOn));
    }

    /** Staff and the enterprise whose case it is. */
    @PermitAll
    @GetMapping("/cases/{id}/ratings")
    RatingList of(@PathVariable UUID id) {
        return new RatingList(
                ratings.of(new CaseId(id)).stream().map(RatingAnswer::of).toList(), null);
    }

    /** 409 where the contact has not taken place, or was rated. */
    @RolesAllowed(PortalPermissions.ENTER)
    @PostMapping("/cases/{id}/ratings")
    ResponseEntity<Rated> rate(@PathVariable UUID id, @RequestBody RatingBody body) {
        var reasons = body.reasons();
        var rating =
                ratings.rate(
                        new CaseId(id),
                        body.contact(),
                        body.stars(),
                        reasons == null ? List.of() : reasons,
                        body.said());
        return ResponseEntity.created(URI.create("/api/v1/services/cases/" + id + "/ratings"))
                .body(new Rated(rating.value()));
    }
}
