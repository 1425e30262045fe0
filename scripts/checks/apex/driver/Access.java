import apex.jorje.semantic.common.TestAccessEvaluator;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfo;

/** What the compiler asks of the org beyond types: names that annotations refer to, and features. */
class Access extends TestAccessEvaluator {
  private final Project project;

  Access(Project project) {
    this.project = project;
    setIsRunningTests(true);
    setHasRemoteActionPerm(true);
  }

  @Override
  public boolean doesLightningWebComponentExist(String name) {
    return project.has("lwc", name.substring(name.indexOf('/') + 1));
  }

  /** Everything that a project can name is its own. */
  @Override
  public boolean isSetupEntityVisibleToType(SObjectTypeInfo entity, TypeInfo type) {
    return true;
  }

  @Override
  public boolean doesStaticResourceExist(String name) {
    return project.has("resource", name);
  }
}
