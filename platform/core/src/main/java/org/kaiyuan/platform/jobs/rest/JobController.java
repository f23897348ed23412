package org.kaiyuan.platform.jobs.rest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.jobs.JobDirectory;
import org.kaiyuan.platform.jobs.JobLine;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The zone's background work. */
@RestController
@RequestMapping("/api/v1/jobs")
class JobController {
    private final JobDirectory directory;

    JobController(JobDirectory directory) {
        this.directory = directory;
    }

    @GetMapping
    List<JobLine> newest(
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = "50") int limit) {
        return directory.newest(before, limit);
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<Void> cancel(@PathVariable UUID id) {
        directory.cancel(id);
        return ResponseEntity.accepted().build();
    }
}
