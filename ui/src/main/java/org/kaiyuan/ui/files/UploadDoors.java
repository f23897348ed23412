package org.kaiyuan.ui.files;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.files.PiecewiseUploads;
import org.kaiyuan.platform.files.UploadId;
import org.kaiyuan.platform.files.WrongOffset;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.DisconnectedClientHelper;

/** Where {@code pieces.js} of our pages sends a file in pieces, see {@link UploadSecurity}. How much is there, a header says. */
@RestController
@RequestMapping("/uploads")
class UploadDoors {
    static final String OFFSET = "Upload-Offset";

    private final PiecewiseUploads uploads;
    private final Messages messages;

    UploadDoors(PiecewiseUploads uploads, Messages messages) {
        this.uploads = uploads;
        this.messages = messages;
    }

    record Begun(UUID id, int piece) {}

    record Finished(UUID file, String name, long bytes) {}

    @PostMapping
    ResponseEntity<Begun> begin(
            @RequestParam String kind,
            @RequestParam UUID record,
            @RequestParam String name,
            @RequestParam long bytes,
            @RequestParam(required = false) @Nullable String sha256) {
        var id = uploads.begin(new RecordRef(kind, record), name, bytes, sha256);
        return ResponseEntity.created(URI.create("/uploads/" + id))
                .header(OFFSET, "0")
                .body(new Begun(id.value(), PiecewiseUploads.PIECE));
    }

    @GetMapping("/{id}")
    ResponseEntity<Void> received(@PathVariable UUID id) {
        return ResponseEntity.noContent()
                .cacheControl(CacheControl.noStore())
                .header(OFFSET, Long.toString(uploads.received(new UploadId(id))))
                .build();
    }

    @PatchMapping("/{id}")
    ResponseEntity<Void> append(
            @PathVariable UUID id, @RequestHeader(OFFSET) long offset, HttpServletRequest request)
            throws IOException {
        try {
            long now = uploads.append(new UploadId(id), offset, request.getInputStream());
            return ResponseEntity.noContent().header(OFFSET, Long.toString(now)).build();
        } catch (IOException brokenOff) {
            if (DisconnectedClientHelper.isClientDisconnectedException(brokenOff)) {
                return ResponseEntity.status(HttpStatus.REQUEST_TIMEOUT).build(); // to nobody
            }
            throw brokenOff;
        }
    }

    @PostMapping("/{id}/finish")
    Finished finish(@PathVariable UUID id) throws IOException {
        var file = uploads.finish(new UploadId(id));
        return new Finished(file.id().value(), file.name(), file.bytes());
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> drop(@PathVariable UUID id) {
        uploads.drop(new UploadId(id));
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> goOnThere(WrongOffset refused) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header(OFFSET, Long.toString(refused.received()))
                .body(
                        ProblemDetail.forStatusAndDetail(
                                HttpStatus.CONFLICT,
                                messages.text(refused.messageKey(), refused.arguments())));
    }
}
