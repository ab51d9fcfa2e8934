import { InputType } from '@nestjs/graphql';
import { NamePartField, OptionalIdField, OptionalTextField } from '../fields.js';
import { FactInput } from './acts.input.js';
import { CheckedText } from './checked.js';

@InputType('EnterpriseFilter')
export class EnterpriseFilterInput {
  @NamePartField() readonly name?: string;
  @OptionalTextField() readonly registrationNumber?: string;
}

@InputType('RegisterEnterpriseInput')
export class RegisterEnterpriseInputType extends FactInput {
  @OptionalIdField('Made of the name where absent.') readonly enterpriseId?: string;
  @CheckedText(500, 'As in the source; never a person.') readonly name!: string;
  @OptionalTextField('Ten digits; absent where no source states it.') readonly registrationNumber?: string;
}
