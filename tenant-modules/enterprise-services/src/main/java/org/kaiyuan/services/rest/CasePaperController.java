package org.kaiyuan.services.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.services.CaseDirectory;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.CasePaperBringing;
import org.kaiyuan.services.LetterFiles;
import org.kaiyuan.services.LetterId;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.services.rest.CaseAnswers.CaseFileAnswer;
import org.kaiyuan.services.rest.CaseAnswers.CaseFileList;
import org.kaiyuan.services.rest.CaseAnswers.CaseLetterAnswer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files and letters of a case. */
@RestController
@RequestMapping("/api/v1/services/cases/{id}")
class CasePaperController {
    private static final String SUBJECT = "services.case";
    private static final MediaType DOCX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final CaseDirectory directory;
    private final Attachments attachments;
    private final CasePaperBringing bringing;
    private final LetterFiles letters;

    CasePaperController(
            CaseDirectory directory,
            Attachments attachments,
            CasePaperBringing bringing,
            LetterFiles letters) {
        this.directory = directory;
        this.attachments = attachments;
        this.bringing = bringing;
        this.letters = letters;
    }

    /** With the material that each is a paper of. */
    @RolesAllowed(ServicesPermissions.READ)
    @GetMapping("/files")
    CaseFileList files(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Map<FileId, String> materials = new HashMap<>();
        for (var material : directory.find(new CaseId(id)).materials()) {
            material.files().forEach(file -> materials.put(file.id(), material.material().key()));
        }
        var page = attachments.of(new RecordRef(SUBJECT, id), cursor, limit);
        return new CaseFileList(
                page.items().stream()
                        .map(file -> CaseFileAnswer.of(file, materials.get(file.id())))
                        .toList(),
                page.next());
    }

    /** Who may hang a file on the case, the case says; with a material it is a paper of it. */
    @PermitAll
    @PostMapping("/files")
    ResponseEntity<CaseFileAnswer> attach(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String material)
            throws IOException {
        if (material != null) {
            bringing.expected(new CaseId(id), material);
        }
        try (var content = file.getInputStream()) {
            var attached =
                    attachments.attach(
                            new RecordRef(SUBJECT, id), file.getOriginalFilename(), content);
            if (material != null) {
                bringing.paper(new CaseId(id), material, attached.id());
            }
            return ResponseEntity.created(URI.create("/api/v1/files/" + attached.id()))
                    .body(CaseFileAnswer.of(attached, material));
        }
    }

    /** Staff and the enterprise that it is written to. */
    @PermitAll
    @GetMapping("/letters/{letter}")
    CaseLetterAnswer letter(@PathVariable UUID id, @PathVariable UUID letter) {
        return CaseLetterAnswer.of(letters.find(new CaseId(id), new LetterId(letter)));
    }

    @PermitAll
    @GetMapping("/letters/{letter}/docx")
    ResponseEntity<byte[]> docx(@PathVariable UUID id, @PathVariable UUID letter) {
        var file = letters.docx(new CaseId(id), new LetterId(letter));
        return ResponseEntity.ok()
                .contentType(DOCX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }
}
