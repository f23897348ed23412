package org.kaiyuan.ui.openservices;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceSamples;
import org.kaiyuan.ui.openpages.KeptPage;
import org.kaiyuan.ui.openpages.PageWords;
import org.kaiyuan.ui.openpages.Sending;
import org.kaiyuan.ui.openpages.TooBusy;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The addresses of services that everybody may ask for. */
@Controller
class OpenServicesController {
    private static final String NEVER_KEPT = "no-store";

    private final ServicesVisits visits;
    private final ServicesPages pages;
    private final GuidePages guides;
    private final ProgressPage progress;
    private final ServiceSamples samples;

    OpenServicesController(
            ServicesVisits visits,
            ServicesPages pages,
            GuidePages guides,
            ProgressPage progress,
            ServiceSamples samples) {
        this.visits = visits;
        this.pages = pages;
        this.guides = guides;
        this.progress = progress;
        this.samples = samples;
    }

    @GetMapping("/z/{zone}/services")
    void services(
            @PathVariable String zone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var words = request.getParameter("q");
        var topic = request.getParameter("topic");
        var cursor = request.getParameter("after");
        page(
                request,
                response,
                zone,
                "services " + words + "\n" + topic + "\n" + cursor,
                visit -> guides.list(visit, words, blank(topic), blank(cursor)));
    }

    @GetMapping("/z/{zone}/services/record")
    void record(@PathVariable String zone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        page(request, response, zone, "record", guides::record);
    }

    @GetMapping("/z/{zone}/services/{service}")
    void service(
            @PathVariable String zone,
            @PathVariable String service,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var id = id(service);
        page(
                request,
                response,
                zone,
                "service " + id,
                visit -> id == null ? null : guides.guide(visit, new ServiceId(id)));
    }

    @GetMapping("/z/{zone}/services/{service}/samples/{file}")
    void sample(
            @PathVariable String zone,
            @PathVariable String service,
            @PathVariable String file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var visit = visits.at(zone, request);
        var id = id(service);
        var wanted = id(file);
        if (visit == null || id == null || wanted == null) {
            nothing(request, response);
            return;
        }
        try (var opened =
                SystemActing.inTenant(
                        visit.zone().id(),
                        () -> samples.open(new ServiceId(id), new FileId(wanted)))) {
            response.setContentType(opened.file().mediaType());
            response.setHeader(HttpHeaders.CACHE_CONTROL, Sending.NOW);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(opened.file().name(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setContentLengthLong(opened.file().bytes());
            opened.content().transferTo(response.getOutputStream());
        } catch (Refusal none) {
            nothing(request, response);
        }
    }

    @GetMapping("/z/{zone}/progress")
    void progress(
            @PathVariable String zone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var receipt = request.getParameter("receipt");
        page(request, response, zone, null, visit -> progress.form(visit, receipt));
    }

    @PostMapping("/z/{zone}/progress")
    void ask(@PathVariable String zone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var receipt = request.getParameter("receipt");
        var code = request.getParameter("code");
        page(request, response, zone, null, visit -> progress.answer(visit, receipt, code));
    }

    /** @param key null for a page that nobody keeps */
    private void page(
            HttpServletRequest request,
            HttpServletResponse response,
            String zone,
            @Nullable String key,
            Function<ServicesVisit, ServicesPages.@Nullable Page> made)
            throws IOException {
        var visit = visits.at(zone, request);
        if (visit == null) {
            nothing(request, response);
            return;
        }
        try {
            var page = pages.get(visit, key, () -> made.apply(visit));
            if (page == null) {
                nothing(request, response);
            } else {
                send(
                        request,
                        response,
                        page,
                        visit.words(),
                        key == null ? NEVER_KEPT : Sending.NOW);
            }
        } catch (TooBusy busy) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
            sentence(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "busy");
        } catch (Refusal refused) { // such as a cursor that is none
            nothing(request, response);
        }
    }

    private void nothing(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        sentence(request, response, HttpServletResponse.SC_NOT_FOUND, "nothing");
    }

    private void sentence(
            HttpServletRequest request, HttpServletResponse response, int status, String what)
            throws IOException {
        var words = visits.words(request);
        var page =
                pages.written(
                        new ServicesPages.Page(
                                "openpages/sentence",
                                Map.of(
                                        "title",
                                        words.of(what),
                                        "detail",
                                        words.of(what + ".detail"))),
                        words);
        response.setStatus(status);
        send(request, response, page, words, NEVER_KEPT);
    }

    private static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            KeptPage page,
            PageWords words,
            String keeping)
            throws IOException {
        if (Sending.isKnown(request, response, page.tag(), Instant.EPOCH, keeping)) {
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, words.language());
        Sending.content(request, response, page);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable UUID id(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equals(text) ? id : null;
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
