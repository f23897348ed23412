package org.kaiyuan.ui.openpowers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.ShownPowers;
import org.kaiyuan.ui.openpages.Look;
import org.kaiyuan.ui.openpages.Sending;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The addresses that everybody may ask for; whatever else lies below {@code /z} is not there. */
@Controller
class OpenPowersController {
    private final Visits visits;
    private final OpenAnswers answers;
    private final PowersPages powersPages;
    private final PowerPages powerPages;
    private final ListPages listPages;
    private final ShownPowers powers;
    private final Look look;

    OpenPowersController(
            Visits visits,
            OpenAnswers answers,
            PowersPages powersPages,
            PowerPages powerPages,
            ListPages listPages,
            ShownPowers powers,
            Look look) {
        this.visits = visits;
        this.answers = answers;
        this.powersPages = powersPages;
        this.powerPages = powerPages;
        this.listPages = listPages;
        this.powers = powers;
        this.look = look;
    }

    @GetMapping("/z/{name}")
    void asset(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var asset = look.asset(name);
        if (asset == null) {
            var visit = visits.at(name, request);
            if (visit == null) {
                answers.nothing(request, response);
            } else {
                lead(response, visit.address().home());
            }
        } else if (!Sending.isKnown(
                request, response, asset.content().tag(), Instant.EPOCH, Sending.FOR_EVER)) {
            response.setContentType(asset.mediaType());
            Sending.content(request, response, asset.content());
        }
    }

    @GetMapping("/z/{zone}/powers")
    void powers(@PathVariable String zone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var question = Question.of(request);
        answers.now(
                request,
                response,
                zone,
                "powers?" + question.query(),
                question.searches(),
                visit -> powersPages.page(visit, question));
    }

    @GetMapping("/z/{zone}/powers/{entry}")
    void power(
            @PathVariable String zone,
            @PathVariable String entry,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var id = entry(entry);
        answers.now(
                request,
                response,
                zone,
                "power " + id,
                false,
                visit -> id == null ? null : powerPages.now(visit, id));
    }

    @GetMapping("/z/{zone}/powers/{entry}/v/{number}")
    void powerThen(
            @PathVariable String zone,
            @PathVariable String entry,
            @PathVariable String number,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var id = entry(entry);
        int edition = number(number);
        answers.then(
                request,
                response,
                zone,
                "power %s v %d".formatted(id, edition),
                visit -> id == null ? null : powerPages.then(visit, id, edition));
    }

    @GetMapping("/z/{zone}/powers/lists/{list}")
    void list(
            @PathVariable String zone,
            @PathVariable String list,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var id = list(list);
        answers.now(
                request,
                response,
                zone,
                "list " + id,
                false,
                visit -> id == null ? null : listPages.now(visit, id));
    }

    @GetMapping("/z/{zone}/powers/lists/{list}/v/{number}")
    void listThen(
            @PathVariable String zone,
            @PathVariable String list,
            @PathVariable String number,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var file = FileKind.of(number);
        if (file != null) {
            file(
                    zone,
                    list,
                    number.substring(0, number.length() - file.ending().length()),
                    file,
                    request,
                    response);
            return;
        }
        var id = list(list);
        int edition = number(number);
        var after = entry(String.valueOf(request.getParameter("after")));
        answers.then(
                request,
                response,
                zone,
                "list %s v %d after %s".formatted(id, edition, after),
                visit -> id == null ? null : listPages.then(visit, id, edition, after));
    }

    @GetMapping("/z/{zone}/powers/lists/{list}/v/{number}/print")
    void print(
            @PathVariable String zone,
            @PathVariable String list,
            @PathVariable String number,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        file(zone, list, number, FileKind.PRINT, request, response);
    }

    /** For programs that want whatever counts now: leads to the version that does. */
    @GetMapping("/z/{zone}/powers/lists/{list}/now{ending:\\.csv|\\.json|\\.xlsx}")
    void newest(
            @PathVariable String zone,
            @PathVariable String list,
            @PathVariable String ending,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var visit = visits.at(zone, request);
        var id = list(list);
        var kind = FileKind.of(ending);
        var newest = visit == null || id == null ? null : listPages.newest(visit, id).orElse(null);
        if (visit == null || id == null || newest == null || kind == null) {
            answers.nothing(request, response);
        } else {
            lead(response, visit.address().file(id, newest, kind));
        }
    }

    @GetMapping("/z/**")
    void nothing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.nothing(request, response);
    }

    private void file(
            String zone,
            String list,
            String number,
            FileKind kind,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var visit = visits.at(zone, request);
        var id = list(list);
        var edition =
                visit == null || id == null
                        ? null
                        : powers.edition(visit.zone(), id, number(number)).orElse(null);
        if (visit == null || edition == null) {
            answers.nothing(request, response);
        } else {
            answers.file(request, response, visit, edition, kind);
        }
    }

    private static void lead(HttpServletResponse response, String to) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, to);
        response.setHeader(HttpHeaders.CACHE_CONTROL, Sending.NOW);
    }

    private static @Nullable EntryId entry(String text) {
        UUID id = Address.id(text);
        return id == null ? null : new EntryId(id);
    }

    private static @Nullable ListId list(String text) {
        UUID id = Address.id(text);
        return id == null ? null : new ListId(id);
    }

    /** 0 for what is no version. */
    private static int number(String text) {
        return text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 0;
    }
}
