package org.kaiyuan.bench;

/** One benchmark per command; see {@code infra/bench/run}. */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var options = Options.of(arguments);
        var report = new Report(options);
        try (var stage = new Stage(options)) {
            stage.servers().waitUntilReady();
            switch (options.what()) {
                case "list" -> new ListBench(options, report).run(stage);
                case "search" -> new SearchBench(options, report).run(stage);
                case "quality" -> new QualityBench(options, report).run(stage);
                case "tenants" -> new TenantsBench(options, report).run(stage);
                case "leads" -> new LeadsBench(options, report).run(stage);
                case "leads-import" -> new LeadsImportBench(options, report).run(stage);
                case "plots" -> new PlotsBench(options, report).run(stage);
                case "powers" -> new PowersBench(options, report).run(stage);
                case "public" -> new OpenPowersBench(options, report).run(stage);
                case "services" -> new ServicesBench(options, report).run(stage);
                case "submit" -> new SubmitBench(options, report).run(stage);
                case "import" -> new ImportBench(options, report).run(stage);
                default ->
                        throw new IllegalArgumentException(
                                "There is no benchmark called " + options.what());
            }
        }
        System.exit(0);
    }
}
