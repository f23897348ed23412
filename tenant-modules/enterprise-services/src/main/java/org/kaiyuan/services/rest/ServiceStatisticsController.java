package org.kaiyuan.services.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.FigureGroup;
import org.kaiyuan.services.FigureLine;
import org.kaiyuan.services.FigureQuestion;
import org.kaiyuan.services.PublicRecord;
import org.kaiyuan.services.ServiceFigures;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.services.StepFigure;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Figures, and what of them the public sees. */
@RestController
@RequestMapping("/api/v1/services/statistics")
class ServiceStatisticsController {
    private final ServiceFigures figures;
    private final PublicRecord shown;
    private final Clock clock;

    ServiceStatisticsController(ServiceFigures figures, PublicRecord shown, Clock clock) {
        this.figures = figures;
        this.shown = shown;
        this.clock = clock;
    }

    record ServiceStatistics(FigureLine total, List<FigureLine> lines, List<StepFigure> steps) {}

    record PublicRecordBody(@JsonProperty(required = true) boolean on) {}

    /** Of cases handed in from the first to the last month; without them of the last twelve. */
    @RolesAllowed(ServicesPermissions.READ)
    @GetMapping
    ServiceStatistics of(
            @RequestParam(defaultValue = "SERVICE") FigureGroup by,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable UUID service,
            @RequestParam(required = false) @Nullable String team) {
        var last = to == null ? YearMonth.now(clock) : to;
        var question =
                new FigureQuestion(
                        from == null ? last.minusMonths(11) : from,
                        last,
                        service == null ? null : new ServiceId(service),
                        team);
        return new ServiceStatistics(
                figures.total(question), figures.by(by, question), figures.steps(question));
    }

    /** As the public sees it; nothing but {@code on} while it is switched off. */
    @PermitAll
    @GetMapping("/public")
    PublicRecord.Shown shown() {
        return shown.shown();
    }

    @RolesAllowed(ServicesPermissions.SUPERVISE)
    @PutMapping("/public")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void show(@RequestBody PublicRecordBody body) {
        shown.show(body.on());
    }
}
