import apex.jorje.data.Location;
import apex.jorje.semantic.common.TestQueryValidators;
import apex.jorje.semantic.compiler.ApexCompiler;
import apex.jorje.semantic.compiler.CodeUnit;
import apex.jorje.semantic.compiler.CompilationInput;
import apex.jorje.semantic.compiler.CompilerStage;
import apex.jorje.semantic.compiler.Namespace;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.semantic.compiler.sfdc.NoopCompilerProgressCallback;
import apex.jorje.services.Version;
import apex.jorje.services.exception.CompilationException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs Salesforce's compiler front end, up to its semantic validation, over one or many projects. Argument 1 is a file of
 * tab-separated rows; a row belongs to the project above it. Prints one row an error: project, namespace, path, line,
 * column, message.
 *
 *   overlay  folder of Apex declarations of platform types, <namespace>/<type>.cls; of all projects, like the next three
 *   classes  jar with a Java class for each platform type
 *   texts    jar with Apex declarations of platform types
 *   records  jar with a Java class for each standard object
 *   project  name  namespace  prefix             namespace of the sources, own namespace of the project: may be empty
 *   object   name  kind                           kind: record, event, list, hierarchy or metadata
 *   field    name  type                           of the object above; type: an Apex type name
 *   parent   name  object                         parent relationship of the object above
 *   child    name  object                         child relationship of the object above
 *   fieldset name                                 of the object above
 *   label, page, component  name
 *   flow     name  variables, separated by commas
 *   action   object  name                         quick action; object may be empty
 *   resource, lwc, script  name
 *   source   file  path  API version              file to read, path to report
 */
public class Driver {
  public static void main(String[] arguments) throws IOException {
    Library library = new Library();
    StandardObjects standard = new StandardObjects();
    List<Project> projects = new ArrayList<>();
    Project current = null;
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      String[] row = line.split("\t", -1);
      switch (row[0]) {
        case "overlay" -> library.addOverlay(Path.of(row[1]));
        case "classes" -> library.addClasses(Path.of(row[1]));
        case "texts" -> library.addTexts(Path.of(row[1]));
        case "records" -> standard.add(Path.of(row[1]));
        case "project" -> projects.add(current = new Project(row[1], row[2], row[3], standard));
        default -> current.add(row);
      }
    }
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (Project project : projects) compile(project, library, out);
    out.flush();
  }

  private static void compile(Project project, Library library, PrintStream out) throws IOException {
    PlatformTypes platform = new PlatformTypes(library, project);
    List<SourceFile> sources = new ArrayList<>();
    for (Project.Source source : project.sources) sources.add(read(source, project.namespace));
    CompilationInput input = new CompilationInput(
        sources, platform, new Access(project), new TestQueryValidators.Noop(), null, NoopCompilerProgressCallback.get());
    ApexCompiler compiler = ApexCompiler.builder().setInput(input).build();
    compiler.compile(CompilerStage.VALIDATE);
    for (CodeUnit unit : compiler.getCodeUnits()) {
      SourceFile file = unit.getSourceFile();
      boolean isLibrary = platform.isLibrary(file);
      if (isLibrary && System.getProperty("library.errors") == null) continue;
      for (CompilationException error : unit.getErrors().get()) {
        Location place = error.getLoc();
        String message = error.getError().replaceAll("\\s+", " ");
        out.println(String.join("\t", project.name, project.namespace.toString(), file.getKnownName(), "" + place.getLine(), "" + place.getColumn(), message));
      }
    }
  }

  private static SourceFile read(Project.Source source, Namespace namespace) throws IOException {
    return SourceFile.builder()
        .setBody(Files.readString(Path.of(source.file())))
        .setKnownName(source.path())
        .setNamespace(namespace)
        .setVersion(version(source.apiVersion()))
        .build();
  }

  /** The compiler's name of an API version; what it does not know yet is its newest. */
  private static Version version(String apiVersion) {
    double wanted = apiVersion.isEmpty() ? Double.MAX_VALUE : Double.parseDouble(apiVersion);
    for (Version version : Version.values()) {
      if (version.getExternal() == wanted && version.isLessThanOrEqual(Version.CURRENT)) return version;
    }
    return Version.CURRENT;
  }
}
