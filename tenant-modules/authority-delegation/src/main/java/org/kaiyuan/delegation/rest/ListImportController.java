package org.kaiyuan.delegation.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationFieldsRefused;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.ListDirectory;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.ListImport;
import org.kaiyuan.delegation.ListImportDefaults;
import org.kaiyuan.delegation.ListImportDirectory;
import org.kaiyuan.delegation.ListImportField;
import org.kaiyuan.delegation.ListImportLine;
import org.kaiyuan.delegation.ListImportView;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.rest.ListImportAnswers.PowerImport;
import org.kaiyuan.delegation.rest.ListImportAnswers.PowerImportDefaults;
import org.kaiyuan.delegation.rest.ListImportAnswers.PowerImportLine;
import org.kaiyuan.delegation.rest.ListImportAnswers.PowerImportLineList;
import org.kaiyuan.delegation.rest.ListImportAnswers.PowerImportList;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Lists as ministries send them: brought, compared, decided line by line, made a draft. */
@RestController
@RequestMapping("/api/v1/delegation/imports")
class ListImportController {
    private final ListImport imports;
    private final ListImportDirectory directory;
    private final ListDirectory lists;
    private final Messages messages;

    ListImportController(
            ListImport imports,
            ListImportDirectory directory,
            ListDirectory lists,
            Messages messages) {
        this.imports = imports;
        this.directory = directory;
        this.lists = lists;
        this.messages = messages;
    }

    /**
     * What the file is compared by.
     *
     * @param columns names of fields by headings, such as {"事项名称": "name"}; left out, as remembered, else guessed
     */
    record PowerImportComparison(
            @Nullable Map<String, String> columns, @Nullable PowerImportDefaults defaults) {}

    /** @param matter of an unclear line, which matter it is; left out, a new one */
    record PowerImportChoice(
            @JsonProperty(required = true) ListImportLine.Choice choice, @Nullable UUID matter) {}

    record PowerImportChoices(
            @JsonProperty(required = true) ListImportLine.Kind kind,
            @JsonProperty(required = true) ListImportLine.Choice choice) {}

    /** @param entries how many the draft got from it; 0 where it was done before */
    record PowerImportDrafted(int entries) {}

    /** For the list; it is not compared yet. */
    @RolesAllowed(DelegationPermissions.WRITE)
    @PostMapping
    ResponseEntity<PowerImport> bring(@RequestParam UUID list, @RequestParam MultipartFile file)
            throws IOException {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (var content = file.getInputStream()) {
            var id = imports.bring(new ListId(list), name, content);
            return ResponseEntity.created(URI.create("/api/v1/delegation/imports/" + id))
                    .body(PowerImport.of(directory.get(id)));
        }
    }

    /** The newest first, at most 200; without samples and counts. */
    @RolesAllowed({DelegationPermissions.WRITE, DelegationPermissions.READ})
    @GetMapping
    PowerImportList all(@RequestParam UUID list) {
        var of = lists.get(new ListId(list)).id();
        return new PowerImportList(directory.of(of).stream().map(PowerImport::of).toList());
    }

    @RolesAllowed(DelegationPermissions.WRITE)
    @GetMapping("/{id}")
    PowerImport one(@PathVariable UUID id) {
        return PowerImport.of(directory.get(id));
    }

    /** With the version that counts; what was decided before is forgotten. */
    @RolesAllowed(DelegationPermissions.WRITE)
    @PostMapping("/{id}/comparison")
    PowerImport compare(@PathVariable UUID id, @RequestBody PowerImportComparison body) {
        var view = directory.get(id);
        imports.compare(
                id,
                body.columns() == null ? view.fields() : fields(view, body.columns()),
                body.defaults() == null ? ListImportDefaults.NONE : body.defaults().said());
        return one(id);
    }

    @RolesAllowed(DelegationPermissions.WRITE)
    @GetMapping("/{id}/lines")
    PowerImportLineList lines(
            @PathVariable UUID id,
            @RequestParam(required = false) ListImportLine.@Nullable Kind kind,
            @RequestParam(defaultValue = "0") int cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var of = directory.get(id).id();
        int most = Math.clamp(limit, 1, ListImportDirectory.MOST);
        var found = directory.lines(of, kind, cursor, most);
        return new PowerImportLineList(
                found.stream().map(line -> PowerImportLine.of(line, messages)).toList(),
                found.size() < most ? null : Integer.toString(found.getLast().position()));
    }

    @RolesAllowed(DelegationPermissions.WRITE)
    @PutMapping("/{id}/lines/{position}")
    ResponseEntity<Void> decide(
            @PathVariable UUID id,
            @PathVariable int position,
            @RequestBody PowerImportChoice body) {
        imports.decide(
                id,
                position,
                body.choice(),
                body.matter() == null ? null : new MatterId(body.matter()));
        return ResponseEntity.noContent().build();
    }

    /** All lines of a kind at once. */
    @RolesAllowed(DelegationPermissions.WRITE)
    @PostMapping("/{id}/choices")
    PowerImport decideAll(@PathVariable UUID id, @RequestBody PowerImportChoices body) {
        imports.decideAll(id, body.kind(), body.choice());
        return one(id);
    }

    /** 409 while lines are open, or where the list has a newer version than it was compared with. */
    @RolesAllowed(DelegationPermissions.WRITE)
    @PostMapping("/{id}/draft")
    PowerImportDrafted toDraft(@PathVariable UUID id) {
        return new PowerImportDrafted(imports.toDraft(id));
    }

    @RolesAllowed(DelegationPermissions.WRITE)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> discard(@PathVariable UUID id) {
        imports.discard(id);
        return ResponseEntity.noContent().build();
    }

    /** Of headings that are alike the first is meant. */
    private static List<@Nullable ListImportField> fields(
            ListImportView view, Map<String, String> columns) {
        for (var column : columns.entrySet()) {
            if (!view.headings().contains(column.getKey())) {
                throw new DelegationFieldsRefused(
                        "columns", "delegation.rule.noHeading", column.getKey());
            }
        }
        var fields = new ArrayList<@Nullable ListImportField>();
        var met = new HashSet<String>();
        for (var heading : view.headings()) {
            var name = met.add(heading) ? columns.get(heading) : null;
            fields.add(
                    name == null
                            ? null
                            : ListImportField.named(name)
                                    .orElseThrow(() ->
                                            new DelegationFieldsRefused(
                                                    "columns", "delegation.rule.noField", name)));
        }
        return fields;
    }
}
