package org.kaiyuan.platform.files.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.records.RecordRef;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files on any record: brought, listed, fetched, removed. */
@RestController
@RequestMapping("/api/v1/files")
@PermitAll
class FileController {
    private final Attachments attachments;

    FileController(Attachments attachments) {
        this.attachments = attachments;
    }

    record FileAnswer(
            UUID id,
            String subjectKind,
            UUID subjectId,
            String name,
            String mediaType,
            long bytes,
            String sha256,
            String uploadedBy,
            Instant at) {
        static FileAnswer of(AttachedFile file) {
            return new FileAnswer(
                    file.id().value(),
                    file.record().kind(),
                    file.record().id(),
                    file.name(),
                    file.mediaType(),
                    file.bytes(),
                    file.sha256(),
                    file.uploadedBy(),
                    file.at());
        }
    }

    record FilePage(List<FileAnswer> items, @Nullable String next) {}

    @PostMapping
    ResponseEntity<FileAnswer> attach(
            @RequestParam String subjectKind,
            @RequestParam UUID subjectId,
            @RequestParam MultipartFile file)
            throws IOException {
        try (var content = file.getInputStream()) {
            var attached =
                    attachments.attach(
                            new RecordRef(subjectKind, subjectId),
                            file.getOriginalFilename(),
                            content);
            return ResponseEntity.created(URI.create("/api/v1/files/" + attached.id()))
                    .body(FileAnswer.of(attached));
        }
    }

    @GetMapping
    FilePage of(
            @RequestParam String subjectKind,
            @RequestParam UUID subjectId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = attachments.of(new RecordRef(subjectKind, subjectId), cursor, limit);
        return new FilePage(page.items().stream().map(FileAnswer::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    FileAnswer find(@PathVariable UUID id) {
        return FileAnswer.of(attachments.find(new FileId(id)));
    }

    /** Always to be saved, never to be shown in place. */
    @GetMapping("/{id}/content")
    void content(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        try (var opened = attachments.open(new FileId(id))) {
            var file = opened.file();
            response.setContentType(file.mediaType());
            response.setContentLengthLong(file.bytes());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(file.name(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            response.setHeader(
                    "Repr-Digest",
                    "sha-256=:"
                            + Base64.getEncoder()
                                    .encodeToString(HexFormat.of().parseHex(file.sha256()))
                            + ":");
            opened.content().transferTo(response.getOutputStream());
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        attachments.remove(new FileId(id));
    }
}
