package org.kaiyuan.ui.openpowers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.ShownEdition;
import org.kaiyuan.ui.openpages.KeptPage;
import org.kaiyuan.ui.openpages.Look;
import org.kaiyuan.ui.openpages.Sending;
import org.kaiyuan.ui.openpages.TooBusy;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What is answered: a page that is kept, a file, or that there is nothing. */
@Component
class OpenAnswers {
    private static final String SOON = "2";

    private final Visits visits;
    private final KeptPages pages;
    private final KeptFiles files;
    private final Look look;

    OpenAnswers(Visits visits, KeptPages pages, KeptFiles files, Look look) {
        this.visits = visits;
        this.pages = pages;
        this.files = files;
        this.look = look;
    }

    /**
     * The page of something that changes when somebody publishes.
     *
     * @param searched whether the index is asked for it
     */
    void now(
            HttpServletRequest request,
            HttpServletResponse response,
            String zone,
            String page,
            boolean searched,
            Function<Visit, KeptPages.@Nullable Page> made)
            throws IOException {
        answer(
                request,
                response,
                zone,
                visit -> kept(visit, page, searched, () -> made.apply(visit)),
                Sending.NOW);
    }

    /** The page of something that never changes. */
    void then(
            HttpServletRequest request,
            HttpServletResponse response,
            String zone,
            String page,
            Function<Visit, KeptPages.@Nullable Page> made)
            throws IOException {
        answer(
                request,
                response,
                zone,
                visit -> kept(visit, page, false, () -> made.apply(visit)),
                Sending.FOR_EVER);
    }

    /** A version as a file. */
    void file(
            HttpServletRequest request,
            HttpServletResponse response,
            Visit visit,
            ShownEdition edition,
            FileKind kind)
            throws IOException {
        var tag =
                KeptPage.tag(KeptFiles.key(visit, edition, kind).getBytes(StandardCharsets.UTF_8));
        if (Sending.isKnown(request, response, tag, edition.publishedAt(), Sending.FOR_EVER)) {
            return;
        }
        boolean packed = kind.isPacked() && Sending.takesPacked(request);
        try {
            var open = files.open(visit, edition, kind, packed);
            try (var content = open.content()) {
                response.setContentType(kind.mediaType());
                if (kind != FileKind.PRINT) {
                    response.setHeader(
                            HttpHeaders.CONTENT_DISPOSITION, named(visit, edition, kind));
                }
                if (packed) {
                    response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
                }
                if (open.bytes() >= 0) {
                    response.setContentLengthLong(open.bytes());
                }
                content.transferTo(response.getOutputStream());
            }
        } catch (TooBusy busy) {
            busy(request, response);
        }
    }

    /** The same whether there is no such zone, it shows nothing, or it shows no such thing. */
    void nothing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        said(request, response, HttpServletResponse.SC_NOT_FOUND, "nothing", Sending.SOON_AGAIN);
    }

    private void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            String zone,
            Function<Visit, @Nullable KeptPage> made,
            String keeping)
            throws IOException {
        var visit = visits.at(zone, request);
        if (visit == null) {
            nothing(request, response);
            return;
        }
        try {
            var page = made.apply(visit);
            if (page == null) {
                nothing(request, response);
            } else {
                Sending.page(request, response, page, changed(visit), keeping, visit.words());
            }
        } catch (TooBusy busy) {
            busy(request, response);
        }
    }

    private @Nullable KeptPage kept(
            Visit visit, String page, boolean searched, Supplier<KeptPages.@Nullable Page> made) {
        return pages.get(visit, page, searched, () -> withLook(made.get()));
    }

    private KeptPages.@Nullable Page withLook(KeptPages.@Nullable Page page) {
        if (page == null) {
            return null;
        }
        var model = new HashMap<>(page.model());
        model.put("look", look);
        return new KeptPages.Page(page.template(), model);
    }

    /** What is in force changes with the day. */
    private static Instant changed(Visit visit) {
        var dawn = visit.today().atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
        return visit.zone().changedAt().isAfter(dawn) ? visit.zone().changedAt() : dawn;
    }

    private void busy(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
        said(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "busy", "no-store");
    }

    private void said(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String what,
            String keeping)
            throws IOException {
        var words = visits.words(request);
        var page =
                pages.written(
                        new KeptPages.Page(
                                "openpages/sentence",
                                Map.of(
                                        "title",
                                        words.of(what),
                                        "detail",
                                        words.of(what + ".detail"),
                                        "look",
                                        look)),
                        words);
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, keeping);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, words.language());
        Sending.content(request, response, page);
    }

    private static String named(Visit visit, ShownEdition edition, FileKind kind) {
        return ContentDisposition.attachment()
                .filename(
                        visit.zone().name()
                                + "-"
                                + edition.title()
                                + "-"
                                + visit.words().of("version.number", edition.number())
                                + kind.ending(),
                        StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
